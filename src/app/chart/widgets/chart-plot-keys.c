/* What keys do to a plot. Each is an action too, so that menus and tests can do the same. */
#include "chart-plot-keys.h"

#include "chart-plot.h"

/* One press zooms and pans by this much. */
#define ZOOM_STEP 1.4
#define PAN_STEP  0.15

/* Further than any chart is long. */
#define TO_THE_END 99999

/* Where people look first: today, or the last bucket where today is outside. */
static int
home_bucket (GrChartPlot *plot)
{
  const GrForecastChartData *data = gr_chart_plot_get_data (plot);
  int today = gr_forecast_chart_data_index_of (data, data->today);

  return today < 0 ? (int) data->n_buckets - 1 : today;
}

static void
move_cursor_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GrChartPlot *plot = GR_CHART_PLOT (widget);
  int n = (int) gr_chart_plot_get_data (plot)->n_buckets;
  int delta = g_variant_get_int32 (parameter), from = gr_chart_plot_get_view (plot)->cursor;

  /* The first press only shows the card. */
  if (from < 0) {
    from = home_bucket (plot);
    delta = ABS (delta) == 1 ? 0 : delta;
  }
  gr_chart_plot_set_cursor (plot, CLAMP (from + delta, 0, MAX (0, n - 1)));
}

static void
zoom_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GrChartPlot *plot = GR_CHART_PLOT (widget);
  int cursor = gr_chart_plot_get_view (plot)->cursor;

  gr_chart_plot_zoom (plot, g_variant_get_double (parameter), (cursor >= 0 ? cursor : home_bucket (plot)) + 0.5);
}

static void
pan_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GrChartPlot *plot = GR_CHART_PLOT (widget);
  const GrChartView *view = gr_chart_plot_get_view (plot);

  gr_chart_plot_pan (plot, g_variant_get_double (parameter) * (view->to - view->from));
}

static void
reset_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gr_chart_plot_zoom (GR_CHART_PLOT (widget), 1e-9, 0);
}

static void
hide_card_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gr_chart_plot_set_cursor (GR_CHART_PLOT (widget), -1);
}

/* Escape hides the card first and only then means anything to the window. */
static gboolean
escape_cb (GtkWidget *widget, GVariant *args, gpointer unused)
{
  GrChartPlot *plot = GR_CHART_PLOT (widget);

  if (gr_chart_plot_get_view (plot)->cursor < 0)
    return GDK_EVENT_PROPAGATE;
  gr_chart_plot_set_cursor (plot, -1);
  return GDK_EVENT_STOP;
}

static void
bind_move (GtkWidgetClass *klass, guint key, guint keypad_key, int buckets)
{
  gtk_widget_class_add_binding_action (klass, key, 0, "chart.move-cursor", "i", buckets);
  gtk_widget_class_add_binding_action (klass, keypad_key, 0, "chart.move-cursor", "i", buckets);
}

static void
bind_zoom (GtkWidgetClass *klass, guint key, GdkModifierType modifiers, double factor)
{
  gtk_widget_class_add_binding_action (klass, key, modifiers, "chart.zoom", "d", factor);
}

static void
add_bindings (GtkWidgetClass *klass)
{
  bind_move (klass, GDK_KEY_Left, GDK_KEY_KP_Left, -1);
  bind_move (klass, GDK_KEY_Right, GDK_KEY_KP_Right, 1);
  bind_move (klass, GDK_KEY_Home, GDK_KEY_KP_Home, -TO_THE_END);
  bind_move (klass, GDK_KEY_End, GDK_KEY_KP_End, TO_THE_END);
  bind_zoom (klass, GDK_KEY_plus, 0, ZOOM_STEP);
  bind_zoom (klass, GDK_KEY_plus, GDK_SHIFT_MASK, ZOOM_STEP);
  bind_zoom (klass, GDK_KEY_equal, 0, ZOOM_STEP);
  bind_zoom (klass, GDK_KEY_KP_Add, 0, ZOOM_STEP);
  bind_zoom (klass, GDK_KEY_minus, 0, 1 / ZOOM_STEP);
  bind_zoom (klass, GDK_KEY_KP_Subtract, 0, 1 / ZOOM_STEP);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Left, GDK_SHIFT_MASK, "chart.pan", "d", -PAN_STEP);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Right, GDK_SHIFT_MASK, "chart.pan", "d", PAN_STEP);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_0, 0, "chart.reset", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_KP_0, 0, "chart.reset", NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_Escape, 0, escape_cb, NULL);
}

/**
 * gr_chart_plot_keys_install:
 *
 * Left and Right, Home and End move the crosshair; + and - zoom around it; Shift+Left and Shift+Right pan; 0 shows
 * everything; Escape hides the card.
 */
void
gr_chart_plot_keys_install (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "chart.move-cursor", "i", move_cursor_cb);
  gtk_widget_class_install_action (klass, "chart.zoom", "d", zoom_cb);
  gtk_widget_class_install_action (klass, "chart.pan", "d", pan_cb);
  gtk_widget_class_install_action (klass, "chart.reset", NULL, reset_cb);
  gtk_widget_class_install_action (klass, "chart.hide-card", NULL, hide_card_cb);
  add_bindings (klass);
}
