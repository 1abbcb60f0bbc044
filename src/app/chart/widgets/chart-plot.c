#include "chart-plot.h"

#include "app/chart/drawing/chart-card.h"
#include "chart-palette.h"
#include "app/chart/forecast/chart-sentence.h"
#include "app/chart/forecast/forecast-chart-render.h"

/* Room around the picture for the focus ring, pixels. */
#define INSET 6

/**
 * GrChartPlot:
 *
 * The picture of a #GrForecastChart: draws, zooms, pans and has the crosshair. The picture without the crosshair is
 * kept as a render node, so that moving the mouse redraws little.
 */
struct _GrChartPlot {
  GtkWidget parent_instance;

  GrForecastChartData *data; /* never NULL */
  GrChartView view;
  GrChartStyle style;
  GrForecastChartLayout layout; /* of @picture */
  GskRenderNode *picture;
};

G_DEFINE_FINAL_TYPE (GrChartPlot, gr_chart_plot, GTK_TYPE_WIDGET)

static int
n_buckets (GrChartPlot *self)
{
  return (int) self->data->n_buckets;
}

static GrForecastChartScene
make_scene (GrChartPlot *self)
{
  return (GrForecastChartScene){
      .data = self->data,
      .style = &self->style,
      .view = &self->view,
      .width = MAX (1, gtk_widget_get_width (GTK_WIDGET (self)) - 2 * INSET),
      .height = MAX (1, gtk_widget_get_height (GTK_WIDGET (self)) - 2 * INSET),
  };
}

static cairo_t *
begin_cairo (GrChartPlot *self, GtkSnapshot *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  graphene_rect_t bounds =
      GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget), (float) gtk_widget_get_height (widget));
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);

  cairo_translate (cr, INSET, INSET);
  return cr;
}

static void
drop_picture (GrChartPlot *self)
{
  g_clear_pointer (&self->picture, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
ensure_picture (GrChartPlot *self)
{
  GtkSnapshot *snapshot;
  GrForecastChartScene scene;
  cairo_t *cr;

  if (self->picture)
    return;
  gr_chart_palette_read (GTK_WIDGET (self), &self->style);
  scene = make_scene (self);
  snapshot = gtk_snapshot_new();
  cr = begin_cairo (self, snapshot);
  gr_forecast_chart_render_scene (cr, &scene, &self->layout);
  cairo_destroy (cr);
  self->picture = gtk_snapshot_free_to_node (snapshot);
}

static void
draw_focus_ring (GrChartPlot *self, GtkSnapshot *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  cairo_t *cr = begin_cairo (self, snapshot);
  GrChartRect rect = {1 - INSET, 1 - INSET, gtk_widget_get_width (widget) - 2, gtk_widget_get_height (widget) - 2};

  gr_chart_pen_rounded (cr, &rect, 6);
  gr_chart_color_set (gr_chart_color_with_alpha (self->style.plan, 0.6), cr);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
gr_chart_plot_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  GrChartPlot *self = GR_CHART_PLOT (widget);

  ensure_picture (self);
  if (self->picture)
    gtk_snapshot_append_node (snapshot, self->picture);
  if (self->view.cursor >= 0) {
    GrForecastChartScene scene = make_scene (self);
    cairo_t *cr = begin_cairo (self, snapshot);

    gr_forecast_chart_render_cursor (cr, &scene);
    cairo_destroy (cr);
  }
  if (gtk_widget_has_visible_focus (widget))
    draw_focus_ring (self, snapshot);
}

static void
gr_chart_plot_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
    int *minimum_baseline, int *natural_baseline)
{
  GrChartStyle style;

  /* In steps of the font, so that it stays readable when the desktop's text grows. */
  gr_chart_palette_read (widget, &style);
  *minimum = (int) (style.font_size * (orientation == GTK_ORIENTATION_HORIZONTAL ? 14 : 18)) + 2 * INSET;
  *natural = (int) (style.font_size * (orientation == GTK_ORIENTATION_HORIZONTAL ? 52 : 28)) + 2 * INSET;
}

static void
gr_chart_plot_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  drop_picture (GR_CHART_PLOT (widget));
}

static void
gr_chart_plot_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (gr_chart_plot_parent_class)->css_changed (widget, change);
  drop_picture (GR_CHART_PLOT (widget));
}

static void
gr_chart_plot_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (gr_chart_plot_parent_class)->system_setting_changed (widget, setting);
  gtk_widget_queue_resize (widget);
  drop_picture (GR_CHART_PLOT (widget));
}

static void
gr_chart_plot_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  drop_picture (GR_CHART_PLOT (widget));
}

/* What a person hears is what a person sees: the whole chart, or the card. */
static void
tell_assistive (GrChartPlot *self)
{
  g_autofree char *label = gr_chart_sentence_label (self->data);
  g_autofree char *description = self->view.cursor >= 0 ? gr_chart_card_text (self->data, self->view.cursor)
                                                        : gr_chart_sentence_description (self->data);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

static void
gr_chart_plot_finalize (GObject *object)
{
  GrChartPlot *self = GR_CHART_PLOT (object);

  g_clear_pointer (&self->picture, gsk_render_node_unref);
  g_clear_pointer (&self->data, gr_forecast_chart_data_free);
  G_OBJECT_CLASS (gr_chart_plot_parent_class)->finalize (object);
}

static void
gr_chart_plot_class_init (GrChartPlotClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = gr_chart_plot_finalize;
  widget_class->snapshot = gr_chart_plot_snapshot;
  widget_class->measure = gr_chart_plot_measure;
  widget_class->size_allocate = gr_chart_plot_size_allocate;
  widget_class->css_changed = gr_chart_plot_css_changed;
  widget_class->system_setting_changed = gr_chart_plot_system_setting_changed;
  widget_class->direction_changed = gr_chart_plot_direction_changed;

  gtk_widget_class_set_css_name (widget_class, "chart-plot");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
gr_chart_plot_init (GrChartPlot *self)
{
  self->data = gr_forecast_chart_data_new (GR_GRAIN_MONTH, 0, 0, 0);
  self->view = gr_chart_view_whole (0);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  tell_assistive (self);
}

/**
 * gr_chart_plot_new:
 *
 * Returns: a plot that says that there are no sales yet.
 */
GtkWidget *
gr_chart_plot_new (void)
{
  return g_object_new (GR_TYPE_CHART_PLOT, NULL);
}

/**
 * gr_chart_plot_set_data:
 * @data: it is copied
 *
 * Shows all of @data; layers that were hidden stay so.
 */
void
gr_chart_plot_set_data (GrChartPlot *self, const GrForecastChartData *data)
{
  guint hidden = self->view.hidden;

  g_clear_pointer (&self->data, gr_forecast_chart_data_free);
  self->data = gr_forecast_chart_data_copy (data);
  self->view = gr_chart_view_whole (n_buckets (self));
  self->view.hidden = hidden;
  tell_assistive (self);
  drop_picture (self);
}

/**
 * gr_chart_plot_get_data:
 *
 * Returns: (transfer none): what is shown
 */
const GrForecastChartData *
gr_chart_plot_get_data (GrChartPlot *self)
{
  return self->data;
}

/**
 * gr_chart_plot_get_view:
 *
 * Returns: (transfer none): which part is shown
 */
const GrChartView *
gr_chart_plot_get_view (GrChartPlot *self)
{
  return &self->view;
}

/**
 * gr_chart_plot_set_layer_visible:
 */
void
gr_chart_plot_set_layer_visible (GrChartPlot *self, GrChartLayer layer, gboolean is_visible)
{
  guint bit = 1u << layer;

  self->view.hidden = is_visible ? self->view.hidden & ~bit : self->view.hidden | bit;
  drop_picture (self);
}

/**
 * gr_chart_plot_set_cursor:
 * @index: a bucket, or -1 to hide the crosshair and its card
 */
void
gr_chart_plot_set_cursor (GrChartPlot *self, int index)
{
  double from = self->view.from;

  if (index == self->view.cursor || (index >= 0 && gr_forecast_chart_data_is_empty (self->data)))
    return;
  if (index < 0)
    self->view.cursor = -1;
  else
    gr_chart_view_move_cursor (&self->view, n_buckets (self), index);
  tell_assistive (self);
  if (self->view.from != from)
    drop_picture (self);
  else
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * gr_chart_plot_zoom:
 * @factor: above 1 shows less
 * @anchor: position, in buckets, that stays where it is
 */
void
gr_chart_plot_zoom (GrChartPlot *self, double factor, double anchor)
{
  gr_chart_view_zoom (&self->view, n_buckets (self), factor, anchor);
  drop_picture (self);
}

/**
 * gr_chart_plot_pan:
 * @buckets: how far, later being positive
 */
void
gr_chart_plot_pan (GrChartPlot *self, double buckets)
{
  gr_chart_view_pan (&self->view, n_buckets (self), buckets);
  drop_picture (self);
}

/**
 * gr_chart_plot_bucket_at:
 * @x: in the widget's coordinates
 *
 * Returns: the bucket there, or -1
 */
int
gr_chart_plot_bucket_at (GrChartPlot *self, double x)
{
  ensure_picture (self);
  return gr_forecast_chart_layout_bucket_at (&self->layout, x - INSET);
}

/**
 * gr_chart_plot_position_at:
 * @x: in the widget's coordinates
 *
 * Returns: the position there, in buckets
 */
double
gr_chart_plot_position_at (GrChartPlot *self, double x)
{
  ensure_picture (self);
  return gr_time_axis_position (&self->layout.demand.axis, x - INSET);
}

/**
 * gr_chart_plot_bucket_width:
 *
 * Returns: pixels
 */
double
gr_chart_plot_bucket_width (GrChartPlot *self)
{
  ensure_picture (self);
  return gr_time_axis_bucket_width (&self->layout.demand.axis);
}
