/* What is drawn, looked at in pixels where the layout says it must be. */
#include "chart-sample.h"

#include "app/chart/layers/bar-layer.h"
#include "app/chart/drawing/chart-strokes.h"
#include "app/chart/forecast/forecast-chart-render.h"
#include "app/chart/layers/span-layer.h"

#include <fontconfig/fontconfig.h>
#include <math.h>

typedef struct {
  cairo_surface_t *surface;
  cairo_t *cr;
  GrForecastChartLayout layout;
  GrChartStyle style;
  GrChartView view;
} Canvas;

static void
canvas_init (Canvas *canvas, GrForecastChartData *data, int width, int height)
{
  canvas->surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  canvas->cr = cairo_create (canvas->surface);
  gr_chart_style_init (&canvas->style, GR_CHART_LIGHT);
  canvas->view = gr_chart_view_whole ((int) data->n_buckets);
}

static void
canvas_draw (Canvas *canvas, const GrForecastChartData *data)
{
  GrForecastChartScene scene = {data, &canvas->style, &canvas->view, cairo_image_surface_get_width (canvas->surface),
      cairo_image_surface_get_height (canvas->surface)};

  cairo_set_source_rgb (canvas->cr, 1, 1, 1);
  cairo_paint (canvas->cr);
  gr_forecast_chart_render_scene (canvas->cr, &scene, &canvas->layout);
  gr_forecast_chart_render_cursor (canvas->cr, &scene);
  cairo_surface_flush (canvas->surface);
  g_assert_cmpint (cairo_status (canvas->cr), ==, CAIRO_STATUS_SUCCESS);
}

static void
canvas_clear (Canvas *canvas)
{
  cairo_destroy (canvas->cr);
  cairo_surface_destroy (canvas->surface);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Canvas, canvas_clear)

typedef struct {
  int red;
  int green;
  int blue;
} Pixel;

static Pixel
pixel_at (const Canvas *canvas, double x, double y)
{
  const guchar *data = cairo_image_surface_get_data (canvas->surface);
  int stride = cairo_image_surface_get_stride (canvas->surface);
  guint32 value = *(const guint32 *) (const void *) (data + (int) y * stride + (int) x * 4);

  return (Pixel){value >> 16 & 0xff, value >> 8 & 0xff, value & 0xff};
}

static gboolean
is_white (Pixel pixel)
{
  return pixel.red == 255 && pixel.green == 255 && pixel.blue == 255;
}

/* The mean of a rectangle, which tells a hatched area's colour. */
static Pixel
mean_of (const Canvas *canvas, const GrChartRect *rect)
{
  Pixel sum = {0};
  int n = 0;

  for (int y = (int) rect->y; y < (int) (rect->y + rect->height); y++)
    for (int x = (int) rect->x; x < (int) (rect->x + rect->width); x++, n++) {
      Pixel pixel = pixel_at (canvas, x, y);

      sum.red += pixel.red;
      sum.green += pixel.green;
      sum.blue += pixel.blue;
    }
  g_assert_cmpint (n, >, 0);
  return (Pixel){sum.red / n, sum.green / n, sum.blue / n};
}

static void
test_bars_are_grey (void)
{
  g_autoptr (GrForecastChartData) data = gr_chart_sample_stock_out();
  g_auto (Canvas) canvas = {0};
  GrChartRect bar;
  Pixel inside, above;

  canvas_init (&canvas, data, 900, 480);
  canvas_draw (&canvas, data);
  g_assert_true (gr_bar_layer_rect (&canvas.layout.demand, GR_FORECAST_CHART_SERIES (data, sales), 3, &bar));
  inside = pixel_at (&canvas, bar.x + bar.width / 2, bar.y + bar.height / 2);
  above = pixel_at (&canvas, bar.x + bar.width / 2, bar.y - 4);
  g_assert_cmpint (inside.red, <, 180);
  g_assert_cmpint (ABS (inside.red - inside.blue), <, 20);
  g_assert_cmpint (above.red, >, 225);
}

static void
test_bands_are_blue (void)
{
  g_autoptr (GrForecastChartData) data = gr_chart_sample_stock_out();
  g_auto (Canvas) canvas = {0};
  const GrChartPanel *panel = &canvas.layout.demand;
  const GrForecastChartBucket *bucket = &data->buckets[36];
  Pixel narrow, wide;
  double x;

  canvas_init (&canvas, data, 900, 480);
  canvas_draw (&canvas, data);
  x = gr_time_axis_centre (&panel->axis, 36);
  narrow = pixel_at (&canvas, x, gr_chart_scale_pixel (&panel->scale, (bucket->forecast + bucket->hi80) / 2));
  wide = pixel_at (&canvas, x, gr_chart_scale_pixel (&panel->scale, (bucket->hi80 + bucket->hi95) / 2));
  g_assert_cmpint (narrow.blue, >, narrow.red + 40);
  g_assert_cmpint (wide.blue, >, wide.red + 15);
  g_assert_cmpint (narrow.red, <, wide.red);
}

static void
test_stock_out_is_red (void)
{
  g_autoptr (GrForecastChartData) data = gr_chart_sample_stock_out();
  g_auto (Canvas) canvas = {0};
  GrChartRect rect;
  Pixel out, before;

  canvas_init (&canvas, data, 900, 480);
  canvas_draw (&canvas, data);
  g_assert_true (gr_span_layer_rect (&canvas.layout.stock, data->stock_out_on + 1, data->stock_out_on + 8, &rect));
  rect.y += rect.height / 3;
  rect.height /= 4;
  out = mean_of (&canvas, &rect);
  g_assert_cmpint (out.red, >, out.green + 40);
  g_assert_cmpint (out.red, >, out.blue + 40);
  rect.x -= 60;
  before = mean_of (&canvas, &rect);
  g_assert_cmpint (ABS (before.red - before.green), <, 25);
}

/* A flag above the stretch says the date: white on red. */
static void
test_stock_out_flag (void)
{
  g_autoptr (GrForecastChartData) data = gr_chart_sample_stock_out();
  g_auto (Canvas) canvas = {0};
  GrChartRect flag;
  Pixel with, without;

  canvas_init (&canvas, data, 900, 480);
  canvas_draw (&canvas, data);
  g_assert_true (gr_span_layer_rect (&canvas.layout.stock, data->stock_out_on, data->stock_out_on + 7, &flag));
  flag.y = canvas.layout.stock_caption_y - 6;
  flag.height = 12;
  with = mean_of (&canvas, &flag);
  data->stock_out_on = GR_DATE_NONE;
  canvas_draw (&canvas, data);
  without = mean_of (&canvas, &flag);
  g_assert_cmpint (with.green + 60, <, without.green);
}

static double
linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
luminance (GrChartColor color)
{
  return 0.2126 * linear (color.red) + 0.7152 * linear (color.green) + 0.0722 * linear (color.blue);
}

static GrChartColor
over (GrChartColor color, GrChartColor ground)
{
  double a = color.alpha;

  return (GrChartColor){color.red * a + ground.red * (1 - a), color.green * a + ground.green * (1 - a),
      color.blue * a + ground.blue * (1 - a), 1};
}

/* WCAG 2.1, contrast ratio. */
static double
contrast (GrChartColor color, GrChartColor ground)
{
  double a = luminance (over (color, ground)), b = luminance (ground);

  return (MAX (a, b) + 0.05) / (MIN (a, b) + 0.05);
}

/* Text at 4.5 to 1 and meaning-bearing shapes at 3 to 1 (WCAG AA); high contrast at 7 and 4.5 (AAA). */
static void
test_contrast (void)
{
  for (int theme = GR_CHART_LIGHT; theme <= GR_CHART_DARK_HIGH_CONTRAST; theme++) {
    GrChartStyle style;
    double text, shape;

    gr_chart_style_init (&style, theme);
    text = style.is_high_contrast ? 7 : 4.5;
    shape = style.is_high_contrast ? 4.5 : 3;
    g_assert_cmpfloat (contrast (style.text, style.surface), >, text);
    g_assert_cmpfloat (contrast (style.dim_text, style.surface), >, text);
    g_assert_cmpfloat (contrast (style.event, style.surface), >, text);
    g_assert_cmpfloat (contrast (style.surface, style.alert), >, text);
    g_assert_cmpfloat (contrast (gr_chart_stroke_bar (&style), style.surface), >, shape);
    g_assert_cmpfloat (contrast (style.plan, style.surface), >, shape);
    g_assert_cmpfloat (contrast (style.act, style.surface), >, shape);
  }
}

/* Everything switched off leaves the grid and nothing between its lines. */
static void
test_hidden_layers (void)
{
  g_autoptr (GrForecastChartData) data = gr_chart_sample_weekly();
  g_auto (Canvas) canvas = {0};
  double x, y;

  canvas_init (&canvas, data, 900, 480);
  canvas.view.hidden = (1u << GR_N_CHART_LAYERS) - 1;
  canvas_draw (&canvas, data);
  x = gr_time_axis_centre (&canvas.layout.demand.axis, 50);
  y = canvas.layout.demand.plot.y + canvas.layout.demand.plot.height - 5;
  g_assert_true (is_white (pixel_at (&canvas, x, y)));
  canvas.view.hidden = 0;
  canvas_draw (&canvas, data);
  y = canvas.layout.demand.plot.y + canvas.layout.demand.plot.height - 5;
  g_assert_false (is_white (pixel_at (&canvas, gr_time_axis_centre (&canvas.layout.demand.axis, 50), y)));
}

static void
test_cursor_covers (void)
{
  g_autoptr (GrForecastChartData) data = gr_chart_sample_stock_out();
  g_auto (Canvas) canvas = {0};
  double x, y;

  canvas_init (&canvas, data, 900, 480);
  canvas.view.cursor = 20;
  canvas_draw (&canvas, data);
  x = gr_time_axis_centre (&canvas.layout.stock.axis, 20);
  y = canvas.layout.stock_caption_y;
  g_assert_cmpint (pixel_at (&canvas, x, y).red, <, 200);
}

static void
test_same_picture_twice (void)
{
  g_autoptr (GrForecastChartData) data = gr_chart_sample_weekly();
  g_auto (Canvas) one = {0}, two = {0};

  canvas_init (&one, data, 640, 400);
  canvas_init (&two, data, 640, 400);
  canvas_draw (&one, data);
  canvas_draw (&two, data);
  g_assert_cmpmem (cairo_image_surface_get_data (one.surface), 400u * 640 * 4,
      cairo_image_surface_get_data (two.surface), 400u * 640 * 4);
}

/* Rows do not overlap and nothing leaves the picture, at every size it may get. */
static void
test_rows_stack (void)
{
  g_autoptr (GrForecastChartData) data = gr_chart_sample_weekly();

  for (int height = 240; height < 1000; height += 40) {
    g_auto (Canvas) canvas = {0};
    const GrForecastChartLayout *layout = &canvas.layout;

    canvas_init (&canvas, data, 900, height);
    canvas_draw (&canvas, data);
    g_assert_cmpfloat (layout->demand_caption_y, <, layout->event_y);
    g_assert_cmpfloat (layout->event_y, <, layout->demand.plot.y);
    g_assert_cmpfloat (layout->demand.plot.y + layout->demand.plot.height, <, layout->stock_caption_y);
    g_assert_cmpfloat (layout->stock_caption_y, <, layout->stock.plot.y);
    g_assert_cmpfloat (layout->stock.plot.y + layout->stock.plot.height, <, layout->receipt_y);
    g_assert_cmpfloat (layout->receipt_y, <, layout->tier_y[0]);
    g_assert_cmpfloat (layout->tier_y[1] + layout->line_height / 2, <=, height + 1);
    g_assert_cmpint (layout->demand.scale.n_ticks, <=, GR_CHART_MAX_TICKS);
  }
}

/* The screen's renderer serves paper too. */
static void
test_paper (void)
{
  g_autoptr (GrForecastChartData) data = gr_chart_sample_monthly();
  g_auto (Canvas) canvas = {0};
  GrForecastChartLayout screen;

  canvas_init (&canvas, data, 700, 500);
  canvas_draw (&canvas, data);
  screen = canvas.layout;
  canvas.style.draws_legend = TRUE;
  canvas_draw (&canvas, data);
  g_assert_true (isnan (screen.title_y));
  g_assert_cmpfloat (canvas.layout.title_y, >, 0);
  g_assert_cmpfloat (canvas.layout.key_y, >, canvas.layout.tier_y[1]);
  g_assert_cmpfloat (canvas.layout.key_y, <, 500 - canvas.layout.line_height);
  g_assert_cmpint (cairo_status (canvas.cr), ==, CAIRO_STATUS_SUCCESS);
}

static double
odd_number (void)
{
  static const double odd[] = {NAN, INFINITY, -INFINITY, 0, -0.0, 1e-300, 1e15, -1e15, 1e308, 0.1};

  return g_test_rand_bit() ? odd[g_test_rand_int_range (0, G_N_ELEMENTS (odd))] : g_test_rand_double_range (-100, 1000);
}

static GrForecastChartData *
odd_data (void)
{
  GrDate first = g_test_rand_int_range (0, 30000);
  GrGrain grain = g_test_rand_bit() ? GR_GRAIN_WEEK : GR_GRAIN_MONTH;
  GrForecastChartData *data = gr_forecast_chart_data_new (
      grain, first, g_test_rand_int_range (0, 60), first + g_test_rand_int_range (-99, 999));

  for (gsize i = 0; i < data->n_buckets; i++) {
    double *numbers = &data->buckets[i].sales;

    for (int k = 0; k < 10; k++)
      numbers[k] = odd_number();
  }
  for (int i = g_test_rand_int_range (0, 6); i > 0; i--) {
    gr_forecast_chart_data_add_receipt (data, first + g_test_rand_int_range (-99, 999), odd_number(), i % 2);
    gr_forecast_chart_data_add_event (data, first + g_test_rand_int_range (-99, 999),
        first + g_test_rand_int_range (-99, 999), i % 2 ? "" : "A holiday with a very long name indeed");
  }
  data->safety_stock = odd_number();
  data->order_up_to = odd_number();
  data->stock_out_on = g_test_rand_bit() ? GR_DATE_NONE : first + g_test_rand_int_range (-99, 999);
  return data;
}

/* Whatever comes in, at whatever size: a picture, and no cairo error. */
static void
test_anything (void)
{
  for (int i = 0; i < 300; i++) {
    g_autoptr (GrForecastChartData) data = odd_data();
    g_auto (Canvas) canvas = {0};

    canvas_init (&canvas, data, g_test_rand_int_range (1, 700), g_test_rand_int_range (1, 500));
    canvas.view.hidden = g_test_rand_int_range (0, 1 << GR_N_CHART_LAYERS);
    canvas.style.draws_legend = g_test_rand_bit();
    canvas.style.is_rtl = g_test_rand_bit();
    if (data->n_buckets > 0)
      gr_chart_view_zoom (&canvas.view, (int) data->n_buckets, g_test_rand_double_range (0.5, 9), 5);
    gr_chart_view_move_cursor (&canvas.view, (int) data->n_buckets, g_test_rand_int_range (-3, 70));
    canvas_draw (&canvas, data);
  }
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart-render/bars-are-grey", test_bars_are_grey);
  g_test_add_func ("/chart-render/bands-are-blue", test_bands_are_blue);
  g_test_add_func ("/chart-render/stock-out-is-red", test_stock_out_is_red);
  g_test_add_func ("/chart-render/stock-out-flag", test_stock_out_flag);
  g_test_add_func ("/chart-render/contrast", test_contrast);
  g_test_add_func ("/chart-render/hidden-layers", test_hidden_layers);
  g_test_add_func ("/chart-render/cursor-covers", test_cursor_covers);
  g_test_add_func ("/chart-render/same-picture-twice", test_same_picture_twice);
  g_test_add_func ("/chart-render/rows-stack", test_rows_stack);
  g_test_add_func ("/chart-render/paper", test_paper);
  g_test_add_func ("/chart-render/anything", test_anything);
  result = g_test_run();
  /* What the font libraries keep for the next picture, so that a leak checker sees only our own. */
  pango_cairo_font_map_set_default (NULL);
  cairo_debug_reset_static_data();
  FcFini();
  return result;
}
