/* Draws the chart in every look into PNG files, for people to leaf through; with --bench, times one frame. */
#include "chart-sample.h"

#include "app/chart/forecast/forecast-chart-render.h"

#include <glib/gstdio.h>
#include <locale.h>

typedef struct {
  const char *name;
  GrForecastChartData *(*make) (void);
  GrChartTheme theme;
  int width;
  int height;
  double text_scale;
  gboolean draws_legend;
  int cursor;
  double from; /* visible buckets; 0, 0 for all */
  double to;
} Picture;

static const Picture pictures[] = {
    {"weekly", gr_chart_sample_weekly, GR_CHART_LIGHT, 900, 480, 1, FALSE, -1},
    {"weekly-cursor", gr_chart_sample_weekly, GR_CHART_LIGHT, 900, 480, 1, FALSE, 110},
    {"weekly-zoomed", gr_chart_sample_weekly, GR_CHART_LIGHT, 900, 480, 1, FALSE, 106, 96, 118},
    {"weekly-dark", gr_chart_sample_weekly, GR_CHART_DARK, 900, 480, 1, FALSE, 90},
    {"weekly-high-contrast", gr_chart_sample_weekly, GR_CHART_LIGHT_HIGH_CONTRAST, 900, 480, 1, FALSE, -1},
    {"weekly-dark-high-contrast", gr_chart_sample_weekly, GR_CHART_DARK_HIGH_CONTRAST, 900, 480, 1, FALSE, -1},
    {"monthly", gr_chart_sample_monthly, GR_CHART_LIGHT, 900, 480, 1, FALSE, -1},
    {"stock-out", gr_chart_sample_stock_out, GR_CHART_LIGHT, 900, 480, 1, FALSE, -1},
    {"stock-out-cursor", gr_chart_sample_stock_out, GR_CHART_LIGHT, 700, 400, 1, FALSE, 38},
    {"stock-out-dark", gr_chart_sample_stock_out, GR_CHART_DARK, 900, 480, 1, FALSE, -1},
    {"huge", gr_chart_sample_huge, GR_CHART_LIGHT, 900, 480, 1, FALSE, 33},
    {"one-point", gr_chart_sample_one_point, GR_CHART_LIGHT, 600, 400, 1, FALSE, -1},
    {"empty", gr_chart_sample_empty, GR_CHART_LIGHT, 600, 320, 1, FALSE, -1},
    {"small-320", gr_chart_sample_weekly, GR_CHART_LIGHT, 320, 320, 1, FALSE, -1},
    {"small-320-stock-out", gr_chart_sample_stock_out, GR_CHART_LIGHT, 320, 320, 1, FALSE, 36},
    {"large-1280", gr_chart_sample_weekly, GR_CHART_LIGHT, 1280, 800, 1, FALSE, -1},
    {"text-200", gr_chart_sample_weekly, GR_CHART_LIGHT, 900, 640, 2, FALSE, 112},
    {"text-200-narrow", gr_chart_sample_stock_out, GR_CHART_LIGHT, 360, 560, 2, FALSE, -1},
    {"paper", gr_chart_sample_weekly, GR_CHART_LIGHT, 760, 480, 0.8, TRUE, -1},
};

static void
draw (cairo_t *cr, const Picture *picture, const GrForecastChartData *data)
{
  GrChartView view = gr_chart_view_whole ((int) data->n_buckets);
  GrForecastChartScene scene = {data, NULL, &view, picture->width, picture->height};
  GrChartStyle style;

  gr_chart_style_init (&style, picture->theme);
  style.font_size *= picture->text_scale;
  style.draws_legend = picture->draws_legend;
  scene.style = &style;
  view.cursor = picture->cursor;
  if (picture->to > 0) {
    view.from = picture->from;
    view.to = picture->to;
  }
  gr_chart_color_set (style.surface, cr);
  cairo_paint (cr);
  gr_forecast_chart_render_scene (cr, &scene, NULL);
  gr_forecast_chart_render_cursor (cr, &scene);
}

static void
write_picture (const Picture *picture, const char *folder)
{
  const int margin = 12;
  g_autoptr (GrForecastChartData) data = picture->make();
  g_autofree char *name = g_strdup_printf ("%s.png", picture->name);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_ARGB32, picture->width + 2 * margin, picture->height + 2 * margin);
  cairo_t *cr = cairo_create (surface);
  GrChartStyle style;

  gr_chart_style_init (&style, picture->theme);
  gr_chart_color_set (style.surface, cr);
  cairo_paint (cr);
  cairo_translate (cr, margin, margin);
  draw (cr, picture, data);
  cairo_surface_write_to_png (surface, path);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

static void
bench (const Picture *picture)
{
  enum { N = 200 };
  gint64 times[N];
  g_autoptr (GrForecastChartData) data = picture->make();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, picture->width, picture->height);
  cairo_t *cr = cairo_create (surface);

  draw (cr, picture, data);
  for (int i = 0; i < N; i++) {
    gint64 start = g_get_monotonic_time();

    draw (cr, picture, data);
    times[i] = g_get_monotonic_time() - start;
  }
  qsort (times, N, sizeof *times, compare_times);
  g_print ("%-28s %4d x %-4d %4zu buckets  median %.2f ms  p95 %.2f ms\n", picture->name, picture->width,
      picture->height, data->n_buckets, (double) times[N / 2] / 1000, (double) times[N * 95 / 100] / 1000);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  if (argc != 2) {
    g_printerr ("usage: chart-gallery FOLDER | --bench\n");
    return 2;
  }
  if (!g_str_equal (argv[1], "--bench"))
    g_mkdir_with_parents (argv[1], 0755);
  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    if (g_str_equal (argv[1], "--bench"))
      bench (&pictures[i]);
    else
      write_picture (&pictures[i], argv[1]);
  return 0;
}
