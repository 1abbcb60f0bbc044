/* Shows the chart as it is in a window, in several looks, and writes PNG files for people to leaf through. */
#include "chart-sample.h"

#include "app/chart/widgets/forecast-chart.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <locale.h>

typedef struct {
  const char *name;
  GrForecastChartData *(*make) (void);
  int width;
  int height;
  gboolean is_dark;
  gboolean is_rtl;
  double text_scale;
  int cursor_moves; /* presses of Right, which show the card */
  int hidden_button;
} Look;

static const Look looks[] = {
    {"window", gr_chart_sample_weekly, 900, 560, FALSE, FALSE, 1, 0, -1},
    {"window-cursor", gr_chart_sample_weekly, 900, 560, FALSE, FALSE, 1, 5, -1},
    {"window-dark", gr_chart_sample_stock_out, 900, 560, TRUE, FALSE, 1, 6, -1},
    {"window-rtl", gr_chart_sample_weekly, 900, 560, FALSE, TRUE, 1, 7, -1},
    {"window-off", gr_chart_sample_weekly, 900, 560, FALSE, FALSE, 1, 0, 0},
    {"window-360", gr_chart_sample_stock_out, 360, 520, FALSE, FALSE, 1, 0, -1},
    {"window-text-200", gr_chart_sample_stock_out, 800, 800, FALSE, FALSE, 2, 0, -1},
    {"window-360-text-200", gr_chart_sample_monthly, 360, 900, FALSE, FALSE, 2, 0, -1},
    {"window-320-high", gr_chart_sample_stock_out, 900, 330, FALSE, FALSE, 1, 0, -1},
    {"window-empty", gr_chart_sample_empty, 600, 400, FALSE, FALSE, 1, 0, -1},
};

static void
save_window (GtkWidget *window, const char *path)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
  GtkSnapshot *snapshot = gtk_snapshot_new();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (window), gtk_widget_get_height (window));
  node = gtk_snapshot_free_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node, NULL);
  gdk_texture_save_to_png (texture, path);
}

static void
set_up_desktop (const Look *look)
{
  g_object_set (gtk_settings_get_default(), "gtk-xft-dpi", (int) (96 * 1024 * look->text_scale),
      "gtk-enable-animations", FALSE, NULL);
  adw_style_manager_set_color_scheme (
      adw_style_manager_get_default(), look->is_dark ? ADW_COLOR_SCHEME_FORCE_DARK : ADW_COLOR_SCHEME_FORCE_LIGHT);
  gtk_widget_set_default_direction (look->is_rtl ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
}

static void
hide_button (GtkWidget *chart, int nth)
{
  GtkWidget *button = gtk_widget_get_first_child (gtk_widget_get_last_child (chart));

  while (nth-- > 0)
    button = gtk_widget_get_next_sibling (button);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), FALSE);
}

static void
write_look (const Look *look, const char *folder)
{
  g_autoptr (GrForecastChartData) data = look->make();
  g_autofree char *name = g_strdup_printf ("%s.png", look->name);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  GtkWidget *window = adw_window_new(), *chart = g_object_new (GR_TYPE_FORECAST_CHART, NULL);

  set_up_desktop (look);
  gr_forecast_chart_set_data (GR_FORECAST_CHART (chart), data);
  gtk_widget_set_margin_top (chart, 12);
  gtk_widget_set_margin_bottom (chart, 12);
  gtk_widget_set_margin_start (chart, 12);
  gtk_widget_set_margin_end (chart, 12);
  gtk_window_set_default_size (GTK_WINDOW (window), look->width, look->height);
  adw_window_set_content (ADW_WINDOW (window), chart);
  gtk_window_present (GTK_WINDOW (window));
  gtk_widget_grab_focus (chart);
  gtk_window_set_focus_visible (GTK_WINDOW (window), look->cursor_moves > 0);
  for (int i = 0; i < look->cursor_moves; i++)
    gtk_widget_activate_action (gtk_widget_get_first_child (chart), "chart.move-cursor", "i", 1);
  if (look->hidden_button >= 0)
    hide_button (chart, look->hidden_button);
  gtk_test_widget_wait_for_draw (window);
  save_window (window, path);
  g_print ("%-24s asked %d x %d, got %d x %d\n", look->name, look->width, look->height, gtk_widget_get_width (window),
      gtk_widget_get_height (window));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  adw_init();
  if (argc != 2) {
    g_printerr ("usage: chart-widget-gallery FOLDER\n");
    return 2;
  }
  g_mkdir_with_parents (argv[1], 0755);
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    write_look (&looks[i], argv[1]);
  return 0;
}
