#include "forecast-chart.h"

#include "chart-legend.h"
#include "chart-plot-input.h"
#include "chart-plot-keys.h"

/**
 * GrForecastChart:
 *
 * The chart of forecast against stock: the plot, and below it a legend that switches layers on and off. With the
 * keyboard on the plot, Left and Right, Home and End move the crosshair, + and - zoom, 0 shows all, Shift+Left and
 * Shift+Right pan, Escape hides the card.
 */
struct _GrForecastChart {
  GtkWidget parent_instance;

  GtkWidget *plot;
  GtkWidget *legend;
  gboolean has_data;
};

G_DEFINE_FINAL_TYPE (GrForecastChart, gr_forecast_chart, GTK_TYPE_WIDGET)

static void
layer_toggled_cb (GrForecastChart *self, int layer, gboolean is_visible)
{
  gr_chart_plot_set_layer_visible (GR_CHART_PLOT (self->plot), (GrChartLayer) layer, is_visible);
}

static void
gr_forecast_chart_dispose (GObject *object)
{
  GrForecastChart *self = GR_FORECAST_CHART (object);

  g_clear_pointer (&self->plot, gtk_widget_unparent);
  g_clear_pointer (&self->legend, gtk_widget_unparent);
  G_OBJECT_CLASS (gr_forecast_chart_parent_class)->dispose (object);
}

static void
gr_forecast_chart_class_init (GrForecastChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gr_forecast_chart_dispose;
  gtk_widget_class_set_css_name (widget_class, "forecast-chart");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
gr_forecast_chart_init (GrForecastChart *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  self->plot = gr_chart_plot_new();
  gr_chart_plot_input_add (GR_CHART_PLOT (self->plot));
  gr_chart_plot_keys_add (GR_CHART_PLOT (self->plot));
  gtk_widget_set_hexpand (self->plot, TRUE);
  gtk_widget_set_vexpand (self->plot, TRUE);
  gtk_widget_set_parent (self->plot, GTK_WIDGET (self));
  self->legend = gr_chart_legend_new();
  g_signal_connect_swapped (self->legend, "layer-toggled", G_CALLBACK (layer_toggled_cb), self);
  gtk_widget_set_parent (self->legend, GTK_WIDGET (self));
}

/**
 * gr_forecast_chart_set_data:
 * @data: (nullable): what to show; it is copied
 *
 * Shows all of it, without crosshair; layers that were switched off stay so.
 */
void
gr_forecast_chart_set_data (GrForecastChart *self, const GrForecastChartData *data)
{
  g_autoptr (GrForecastChartData) nothing = NULL;

  g_return_if_fail (GR_IS_FORECAST_CHART (self));

  self->has_data = data != NULL;
  if (!data)
    data = nothing = gr_forecast_chart_data_new (GR_GRAIN_MONTH, 0, 0, 0);
  gr_chart_plot_set_data (GR_CHART_PLOT (self->plot), data);
  gr_chart_legend_set_data (GR_CHART_LEGEND (self->legend), data);
}

/**
 * gr_forecast_chart_get_data:
 *
 * Returns: (nullable) (transfer none): what is shown
 */
const GrForecastChartData *
gr_forecast_chart_get_data (GrForecastChart *self)
{
  g_return_val_if_fail (GR_IS_FORECAST_CHART (self), NULL);

  return self->has_data ? gr_chart_plot_get_data (GR_CHART_PLOT (self->plot)) : NULL;
}
