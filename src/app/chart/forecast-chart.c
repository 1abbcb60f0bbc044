#include "forecast-chart.h"

struct _GrForecastChart {
  GtkWidget parent_instance;

  GrForecastChartData *data;
};

G_DEFINE_FINAL_TYPE (GrForecastChart, gr_forecast_chart, GTK_TYPE_WIDGET)

static void
gr_forecast_chart_finalize (GObject *object)
{
  GrForecastChart *self = GR_FORECAST_CHART (object);

  g_clear_pointer (&self->data, gr_forecast_chart_data_free);
  G_OBJECT_CLASS (gr_forecast_chart_parent_class)->finalize (object);
}

static void
gr_forecast_chart_class_init (GrForecastChartClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gr_forecast_chart_finalize;
}

static void
gr_forecast_chart_init (GrForecastChart *self)
{
}

/**
 * gr_forecast_chart_new:
 *
 * Returns: the chart of forecast against stock, empty.
 */
GtkWidget *
gr_forecast_chart_new (void)
{
  return g_object_new (GR_TYPE_FORECAST_CHART, NULL);
}

/**
 * gr_forecast_chart_set_data:
 * @data: (nullable): what to show; it is copied
 */
void
gr_forecast_chart_set_data (GrForecastChart *self, const GrForecastChartData *data)
{
  g_return_if_fail (GR_IS_FORECAST_CHART (self));

  g_clear_pointer (&self->data, gr_forecast_chart_data_free);
  self->data = data ? gr_forecast_chart_data_copy (data) : NULL;
  gtk_widget_queue_draw (GTK_WIDGET (self));
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

  return self->data;
}
