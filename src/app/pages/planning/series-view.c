#include "series-view.h"

#include "app/chart/widgets/forecast-chart.h"
#include "series-chart.h"
#include "series-numbers.h"
#include "app/widgets/number-grid.h"

#include <glib/gi18n.h>

struct _GrSeriesView {
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *months;
  GtkWidget *weeks;
  GtkWidget *chart;
  GtkWidget *note;
  GtkWidget *numbers;
};

enum { GRAIN_CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GrSeriesView, gr_series_view, GTK_TYPE_WIDGET)

static void
toggled_cb (GrSeriesView *self)
{
  g_signal_emit (self, signals[GRAIN_CHANGED], 0);
}

GrGrain
gr_series_view_get_grain (GrSeriesView *self)
{
  g_return_val_if_fail (GR_IS_SERIES_VIEW (self), GR_GRAIN_MONTH);
  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->weeks)) ? GR_GRAIN_WEEK : GR_GRAIN_MONTH;
}

/**
 * gr_series_view_show:
 * @series: (nullable): what is drawn; %NULL while it is not known
 */
void
gr_series_view_show (GrSeriesView *self, const GrItemSeries *series)
{
  g_autoptr (GrForecastChartData) data = series ? gr_series_chart_data (series) : NULL;

  g_return_if_fail (GR_IS_SERIES_VIEW (self));

  gr_forecast_chart_set_data (GR_FORECAST_CHART (self->chart), data);
  gr_number_grid_take_table (GR_NUMBER_GRID (self->numbers), series ? gr_series_numbers (series) : NULL);
}

/**
 * gr_series_view_set_note:
 * @note: (nullable): a sentence under the chart: how the forecast was made
 */
void
gr_series_view_set_note (GrSeriesView *self, const char *note)
{
  g_return_if_fail (GR_IS_SERIES_VIEW (self));

  gtk_label_set_text (GTK_LABEL (self->note), note ? note : "");
  gtk_widget_set_visible (self->note, note != NULL);
}

static void
copy_cb (GrSeriesView *self)
{
  gtk_widget_activate_action (self->numbers, "numbers.copy", NULL);
}

static void
gr_series_view_dispose (GObject *object)
{
  g_clear_pointer (&GR_SERIES_VIEW (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (gr_series_view_parent_class)->dispose (object);
}

static void
gr_series_view_class_init (GrSeriesViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gr_series_view_dispose;
  signals[GRAIN_CHANGED] =
      g_signal_new ("grain-changed", GR_TYPE_SERIES_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (GR_TYPE_FORECAST_CHART);
  g_type_ensure (GR_TYPE_NUMBER_GRID);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/granary/Granary/pages/planning/series-view.ui");
  gtk_widget_class_bind_template_child (widget_class, GrSeriesView, box);
  gtk_widget_class_bind_template_child (widget_class, GrSeriesView, months);
  gtk_widget_class_bind_template_child (widget_class, GrSeriesView, weeks);
  gtk_widget_class_bind_template_child (widget_class, GrSeriesView, chart);
  gtk_widget_class_bind_template_child (widget_class, GrSeriesView, note);
  gtk_widget_class_bind_template_child (widget_class, GrSeriesView, numbers);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
gr_series_view_init (GrSeriesView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
