/* What keys do to a plot. Each is an action too, so that menus and tests can do the same. */
#include "chart-plot-keys.h"

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
move_cursor_cb (GSimpleAction *action, GVariant *parameter, gpointer plot)
{
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
zoom_cb (GSimpleAction *action, GVariant *parameter, gpointer plot)
{
  int cursor = gr_chart_plot_get_view (plot)->cursor;

  gr_chart_plot_zoom (plot, g_variant_get_double (parameter), (cursor >= 0 ? cursor : home_bucket (plot)) + 0.5);
}

static void
pan_cb (GSimpleAction *action, GVariant *parameter, gpointer plot)
{
  const GrChartView *view = gr_chart_plot_get_view (plot);

  gr_chart_plot_pan (plot, g_variant_get_double (parameter) * (view->to - view->from));
}

static void
reset_cb (GSimpleAction *action, GVariant *parameter, gpointer plot)
{
  gr_chart_plot_zoom (plot, 1e-9, 0);
}

static void
hide_card_cb (GSimpleAction *action, GVariant *parameter, gpointer plot)
{
  gr_chart_plot_set_cursor (plot, -1);
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
bind (GtkEventController *keys, GtkShortcutTrigger *trigger, const char *action, GVariant *argument)
{
  GtkShortcut *shortcut = gtk_shortcut_new (trigger, gtk_named_action_new (action));

  gtk_shortcut_set_arguments (shortcut, argument);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), shortcut);
}

static void
bind_move (GtkEventController *keys, guint key, guint keypad_key, int buckets)
{
  bind (keys, gtk_keyval_trigger_new (key, 0), "chart.move-cursor", g_variant_new_int32 (buckets));
  bind (keys, gtk_keyval_trigger_new (keypad_key, 0), "chart.move-cursor", g_variant_new_int32 (buckets));
}

static void
bind_zoom (GtkEventController *keys, guint key, GdkModifierType modifiers, double factor)
{
  bind (keys, gtk_keyval_trigger_new (key, modifiers), "chart.zoom", g_variant_new_double (factor));
}

static void
bind_pan (GtkEventController *keys, guint key, double share)
{
  bind (keys, gtk_keyval_trigger_new (key, GDK_SHIFT_MASK), "chart.pan", g_variant_new_double (share));
}

static void
add_bindings (GtkEventController *keys)
{
  bind_move (keys, GDK_KEY_Left, GDK_KEY_KP_Left, -1);
  bind_move (keys, GDK_KEY_Right, GDK_KEY_KP_Right, 1);
  bind_move (keys, GDK_KEY_Home, GDK_KEY_KP_Home, -TO_THE_END);
  bind_move (keys, GDK_KEY_End, GDK_KEY_KP_End, TO_THE_END);
  bind_zoom (keys, GDK_KEY_plus, 0, ZOOM_STEP);
  bind_zoom (keys, GDK_KEY_plus, GDK_SHIFT_MASK, ZOOM_STEP);
  bind_zoom (keys, GDK_KEY_equal, 0, ZOOM_STEP);
  bind_zoom (keys, GDK_KEY_KP_Add, 0, ZOOM_STEP);
  bind_zoom (keys, GDK_KEY_minus, 0, 1 / ZOOM_STEP);
  bind_zoom (keys, GDK_KEY_KP_Subtract, 0, 1 / ZOOM_STEP);
  bind_pan (keys, GDK_KEY_Left, -PAN_STEP);
  bind_pan (keys, GDK_KEY_Right, PAN_STEP);
  bind (keys, gtk_keyval_trigger_new (GDK_KEY_0, 0), "chart.reset", NULL);
  bind (keys, gtk_keyval_trigger_new (GDK_KEY_KP_0, 0), "chart.reset", NULL);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0), gtk_callback_action_new (escape_cb, NULL, NULL)));
}

/**
 * gr_chart_plot_keys_add:
 *
 * Left and Right, Home and End move the crosshair; + and - zoom around it; Shift+Left and Shift+Right pan; 0 shows
 * everything; Escape hides the card.
 */
void
gr_chart_plot_keys_add (GrChartPlot *plot)
{
  static const GActionEntry entries[] = {
      {"move-cursor", move_cursor_cb, "i"},
      {"zoom", zoom_cb, "d"},
      {"pan", pan_cb, "d"},
      {"reset", reset_cb},
      {"hide-card", hide_card_cb},
  };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new();
  GtkEventController *keys = gtk_shortcut_controller_new();

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), plot);
  gtk_widget_insert_action_group (GTK_WIDGET (plot), "chart", G_ACTION_GROUP (actions));
  add_bindings (keys);
  gtk_widget_add_controller (GTK_WIDGET (plot), keys);
}
