#include "chart-sample.h"

#include "app/chart/widgets/chart-legend.h"
#include "app/chart/widgets/chart-plot.h"
#include "app/chart/widgets/forecast-chart.h"

#include <adwaita.h>

/* A chart in a window of its own, shown. */
typedef struct {
  GtkWidget *window;
  GrForecastChart *chart;
  GrChartPlot *plot;
  GtkWidget *legend;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GrForecastChartData) data = gr_chart_sample_weekly();

  fixture->window = gtk_window_new();
  fixture->chart = g_object_ref_sink (GR_FORECAST_CHART (g_object_new (GR_TYPE_FORECAST_CHART, NULL)));
  fixture->plot = GR_CHART_PLOT (gtk_widget_get_first_child (GTK_WIDGET (fixture->chart)));
  fixture->legend = gtk_widget_get_last_child (GTK_WIDGET (fixture->chart));
  gr_forecast_chart_set_data (fixture->chart, data);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 800, 500);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->chart));
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->chart);
}

static int
cursor (Fixture *fixture)
{
  return gr_chart_plot_get_view (fixture->plot)->cursor;
}

static double
span (Fixture *fixture)
{
  const GrChartView *view = gr_chart_plot_get_view (fixture->plot);

  return view->to - view->from;
}

static void
press (Fixture *fixture, const char *action, GVariant *parameter)
{
  g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (fixture->plot), action, parameter));
  gtk_test_widget_wait_for_draw (fixture->window);
}

static void
test_data (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GrForecastChartData) other = gr_chart_sample_monthly();

  g_assert_cmpuint (gr_forecast_chart_get_data (fixture->chart)->n_buckets, ==, 130);
  gr_forecast_chart_set_data (fixture->chart, other);
  g_assert_true (gr_forecast_chart_get_data (fixture->chart) != other);
  g_assert_cmpuint (gr_forecast_chart_get_data (fixture->chart)->n_buckets, ==, 42);
  gtk_test_widget_wait_for_draw (fixture->window);
  gr_forecast_chart_set_data (fixture->chart, NULL);
  g_assert_null (gr_forecast_chart_get_data (fixture->chart));
  press (fixture, "chart.move-cursor", g_variant_new_int32 (1));
  g_assert_cmpint (cursor (fixture), ==, -1);
}

static void
test_cursor_keys (Fixture *fixture, gconstpointer unused)
{
  g_assert_cmpint (cursor (fixture), ==, -1);
  press (fixture, "chart.move-cursor", g_variant_new_int32 (1));
  g_assert_cmpint (cursor (fixture), ==, 104);
  press (fixture, "chart.move-cursor", g_variant_new_int32 (1));
  g_assert_cmpint (cursor (fixture), ==, 105);
  press (fixture, "chart.move-cursor", g_variant_new_int32 (-1));
  press (fixture, "chart.move-cursor", g_variant_new_int32 (-1));
  g_assert_cmpint (cursor (fixture), ==, 103);
  press (fixture, "chart.move-cursor", g_variant_new_int32 (-99999));
  g_assert_cmpint (cursor (fixture), ==, 0);
  press (fixture, "chart.move-cursor", g_variant_new_int32 (99999));
  g_assert_cmpint (cursor (fixture), ==, 129);
  press (fixture, "chart.hide-card", NULL);
  g_assert_cmpint (cursor (fixture), ==, -1);
}

static void
test_zoom_keys (Fixture *fixture, gconstpointer unused)
{
  const GrChartView *view = gr_chart_plot_get_view (fixture->plot);
  double from;

  press (fixture, "chart.zoom", g_variant_new_double (2));
  g_assert_cmpfloat_with_epsilon (span (fixture), 65, 1e-6);
  from = view->from;
  press (fixture, "chart.pan", g_variant_new_double (-0.15));
  g_assert_cmpfloat (view->from, <, from);
  g_assert_cmpfloat_with_epsilon (span (fixture), 65, 1e-6);
  press (fixture, "chart.reset", NULL);
  g_assert_cmpfloat_with_epsilon (span (fixture), 130, 1e-6);
}

/* What the keys are bound to is what the help says. */
static gboolean
has_binding (guint key, GdkModifierType modifiers)
{
  gboolean is_found = FALSE;
  GtkWidget *probe = g_object_ref_sink (g_object_new (GR_TYPE_FORECAST_CHART, NULL));
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (gtk_widget_get_first_child (probe));

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !is_found; i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

    if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
      continue;
    for (guint k = 0; k < g_list_model_get_n_items (G_LIST_MODEL (controller)) && !is_found; k++) {
      g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), k);
      GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

      is_found = GTK_IS_KEYVAL_TRIGGER (trigger) &&
                 gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == key &&
                 gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) == modifiers;
    }
  }
  g_object_unref (probe);
  return is_found;
}

static void
test_bindings (void)
{
  g_assert_true (has_binding (GDK_KEY_Left, 0));
  g_assert_true (has_binding (GDK_KEY_End, 0));
  g_assert_true (has_binding (GDK_KEY_plus, 0));
  g_assert_true (has_binding (GDK_KEY_minus, 0));
  g_assert_true (has_binding (GDK_KEY_0, 0));
  g_assert_true (has_binding (GDK_KEY_Right, GDK_SHIFT_MASK));
  g_assert_true (has_binding (GDK_KEY_Escape, 0));
}

static void
test_pointer_positions (Fixture *fixture, gconstpointer unused)
{
  int width = gtk_widget_get_width (GTK_WIDGET (fixture->plot));

  g_assert_cmpint (gr_chart_plot_bucket_at (fixture->plot, 0), ==, 0);
  g_assert_cmpint (gr_chart_plot_bucket_at (fixture->plot, width), ==, 129);
  g_assert_cmpint (gr_chart_plot_bucket_at (fixture->plot, width / 2), >, 40);
  g_assert_cmpint (gr_chart_plot_bucket_at (fixture->plot, width / 2), <, 90);
  g_assert_cmpfloat (gr_chart_plot_bucket_width (fixture->plot), >, 3);
}

static GtkEventController *
controller_of (Fixture *fixture, GType type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->plot));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

    if (G_TYPE_CHECK_INSTANCE_TYPE (controller, type))
      return controller; /* the widget keeps it */
  }
  g_assert_not_reached();
}

static void
test_mouse (Fixture *fixture, gconstpointer unused)
{
  GtkEventController *motion = controller_of (fixture, GTK_TYPE_EVENT_CONTROLLER_MOTION);
  double x = gtk_widget_get_width (GTK_WIDGET (fixture->plot)) / 2.0;

  g_signal_emit_by_name (motion, "motion", x, 100.0);
  g_assert_cmpint (cursor (fixture), ==, gr_chart_plot_bucket_at (fixture->plot, x));
  g_signal_emit_by_name (motion, "motion", x + 60, 100.0);
  g_assert_cmpint (cursor (fixture), ==, gr_chart_plot_bucket_at (fixture->plot, x + 60));
  g_signal_emit_by_name (motion, "leave");
  g_assert_cmpint (cursor (fixture), ==, -1);
}

/* The wheel zooms around the mouse; where there is nothing more to zoom out of, the page gets it. */
static void
test_wheel (Fixture *fixture, gconstpointer unused)
{
  GtkEventController *scroll = controller_of (fixture, GTK_TYPE_EVENT_CONTROLLER_SCROLL);
  double x = gtk_widget_get_width (GTK_WIDGET (fixture->plot)) * 0.75, under;
  gboolean is_taken;

  g_signal_emit_by_name (scroll, "scroll", 0.0, 1.0, &is_taken);
  g_assert_false (is_taken);
  g_signal_emit_by_name (controller_of (fixture, GTK_TYPE_EVENT_CONTROLLER_MOTION), "motion", x, 100.0);
  under = gr_chart_plot_position_at (fixture->plot, x);
  g_signal_emit_by_name (scroll, "scroll", 0.0, -2.0, &is_taken);
  g_assert_true (is_taken);
  g_assert_cmpfloat (span (fixture), <, 100);
  g_assert_cmpfloat_with_epsilon (gr_chart_plot_position_at (fixture->plot, x), under, 1.0);
}

static void
test_drag (Fixture *fixture, gconstpointer unused)
{
  GtkEventController *drag = controller_of (fixture, GTK_TYPE_GESTURE_DRAG);
  double from;

  press (fixture, "chart.zoom", g_variant_new_double (3));
  from = gr_chart_plot_get_view (fixture->plot)->from;
  g_signal_emit_by_name (drag, "drag-begin", 400.0, 100.0);
  g_signal_emit_by_name (drag, "drag-update", 10 * gr_chart_plot_bucket_width (fixture->plot), 0.0);
  g_assert_cmpfloat_with_epsilon (gr_chart_plot_get_view (fixture->plot)->from, from - 10, 1e-3);
  g_signal_emit_by_name (drag, "drag-update", 0.0, 0.0);
  g_assert_cmpfloat_with_epsilon (gr_chart_plot_get_view (fixture->plot)->from, from, 1e-3);
}

static GtkWidget *
visible_button (Fixture *fixture, int nth)
{
  for (GtkWidget *child = gtk_widget_get_first_child (fixture->legend); child;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_visible (child) && nth-- == 0)
      return child;
  return NULL;
}

static void
test_legend (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *sales = visible_button (fixture, 0);

  g_assert_true (GTK_IS_TOGGLE_BUTTON (sales));
  g_assert_true (gtk_widget_get_focusable (sales));
  gtk_test_accessible_assert_property (sales, GTK_ACCESSIBLE_PROPERTY_LABEL, "Sales");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (sales), FALSE);
  g_assert_false (gr_chart_view_shows (gr_chart_plot_get_view (fixture->plot), GR_CHART_SALES));
  g_assert_true (gr_chart_view_shows (gr_chart_plot_get_view (fixture->plot), GR_CHART_FORECAST));
  gtk_test_widget_wait_for_draw (fixture->window);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (sales), TRUE);
  g_assert_true (gr_chart_view_shows (gr_chart_plot_get_view (fixture->plot), GR_CHART_SALES));
}

/* All twelve entries of the weekly sample; fewer where the data has less; none without data. */
static void
test_legend_entries (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GrForecastChartData) point = gr_chart_sample_one_point();

  g_assert_nonnull (visible_button (fixture, 11));
  gr_forecast_chart_set_data (fixture->chart, point);
  g_assert_nonnull (visible_button (fixture, 3));
  g_assert_null (visible_button (fixture, 4));
  gr_forecast_chart_set_data (fixture->chart, NULL);
  g_assert_null (visible_button (fixture, 0));
}

/* The legend takes more rows where it is narrow, and never more width than there is. */
static void
test_legend_wraps (Fixture *fixture, gconstpointer unused)
{
  int wide, narrow, minimum;

  gtk_widget_measure (fixture->legend, GTK_ORIENTATION_VERTICAL, 1200, &wide, NULL, NULL, NULL);
  gtk_widget_measure (fixture->legend, GTK_ORIENTATION_VERTICAL, 320, &narrow, NULL, NULL, NULL);
  gtk_widget_measure (fixture->legend, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (narrow, >, wide);
  g_assert_cmpint (minimum, <, 320);
}

static void
test_accessible (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GrForecastChartData) data = gr_chart_sample_stock_out();

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (fixture->plot), GTK_ACCESSIBLE_ROLE_IMG);
  gr_forecast_chart_set_data (fixture->chart, data);
  gtk_test_accessible_assert_property (fixture->plot, GTK_ACCESSIBLE_PROPERTY_LABEL,
      "Sales and forecast of White hanging heart candle holder against stock. Runs out on 25 August.");
  press (fixture, "chart.move-cursor", g_variant_new_int32 (-99999));
  gtk_test_accessible_assert_property (
      fixture->plot, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Week of 29 November 2010; Sales 44; Stock at the end 156");
}

/* The plot has the keyboard, and what holds it is no stop of its own: Shift+Tab would go round in it for ever. */
static void
test_focus (Fixture *fixture, gconstpointer unused)
{
  g_assert_false (gtk_widget_grab_focus (GTK_WIDGET (fixture->chart)));
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (fixture->plot)));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == GTK_WIDGET (fixture->plot));
  gtk_test_widget_wait_for_draw (fixture->window);
}

/* Turned to dark, right to left and a size it cannot like, it still draws. */
static void
test_looks (Fixture *fixture, gconstpointer unused)
{
  adw_style_manager_set_color_scheme (adw_style_manager_get_default(), ADW_COLOR_SCHEME_FORCE_DARK);
  gtk_widget_set_direction (GTK_WIDGET (fixture->chart), GTK_TEXT_DIR_RTL);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 200, 200);
  press (fixture, "chart.move-cursor", g_variant_new_int32 (1));
  adw_style_manager_set_color_scheme (adw_style_manager_get_default(), ADW_COLOR_SCHEME_DEFAULT);
  gtk_test_widget_wait_for_draw (fixture->window);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init();
#define ADD(path, function) g_test_add ("/forecast-chart/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("data", test_data);
  ADD ("cursor-keys", test_cursor_keys);
  ADD ("zoom-keys", test_zoom_keys);
  g_test_add_func ("/forecast-chart/bindings", test_bindings);
  ADD ("pointer-positions", test_pointer_positions);
  ADD ("mouse", test_mouse);
  ADD ("wheel", test_wheel);
  ADD ("drag", test_drag);
  ADD ("legend", test_legend);
  ADD ("legend-entries", test_legend_entries);
  ADD ("legend-wraps", test_legend_wraps);
  ADD ("accessible", test_accessible);
  ADD ("focus", test_focus);
  ADD ("looks", test_looks);
#undef ADD
  return g_test_run();
}
