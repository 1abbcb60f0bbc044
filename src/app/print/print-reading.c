#include "print-reading.h"

#include "app/chart/widgets/chart-plot.h"
#include "app/chart/widgets/forecast-chart.h"
#include "app/text/format.h"
#include "app/widgets/chips.h"
#include "app/widgets/split.h"
#include "app/widgets/table/table.h"

#include "domain/base/error.h"

#include <glib/gi18n.h>

#define ROWS_AT_ONCE 32

struct _GrPrintReading {
  GrPage *page;
  GrShop *shop;
  GrPrintDocument *document;
  GrTableList *list; /* (nullable) */
  GArray *ids;
  guint row; /* the next to be read */

  GMutex mutex; /* for what one thread asks of the other */
  GCond answered;
  gboolean is_answered;
  GError *error;
};

/* What is on screen */

/* The first in the order of reading. */
static gpointer
find_shown (GtkWidget *widget, GType type)
{
  gpointer found = NULL;

  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = find_shown (child, type);
  return found;
}

static const char *
choice_of (GtkWidget *widget)
{
  gpointer chosen = NULL;

  if (GR_IS_CHIPS (widget))
    return gr_chips_get_title (GR_CHIPS (widget));
  if (GTK_IS_DROP_DOWN (widget) && gtk_drop_down_get_selected (GTK_DROP_DOWN (widget)) > 0)
    chosen = gtk_drop_down_get_selected_item (GTK_DROP_DOWN (widget));
  return GTK_IS_STRING_OBJECT (chosen) ? gtk_string_object_get_string (chosen) : NULL;
}

/* The filters that stand above a list, also those in a popover that is closed; returns FALSE where the list itself
 * begins. */
static gboolean
collect_filters (GtkWidget *widget, GPtrArray *words)
{
  const char *choice;

  if (!gtk_widget_get_mapped (widget) && !GTK_IS_POPOVER (widget) &&
      !gtk_widget_get_ancestor (widget, GTK_TYPE_POPOVER))
    return TRUE;
  if (GR_IS_TABLE (widget) || GTK_IS_LIST_VIEW (widget))
    return FALSE;
  choice = choice_of (widget);
  if (choice)
    g_ptr_array_add (words, g_strdup (choice));
  if (GR_IS_CHIPS (widget) || GTK_IS_DROP_DOWN (widget))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    if (!collect_filters (child, words))
      return FALSE;
  return TRUE;
}

static char *
describe (GrPage *page, const char *date)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *subtitle = NULL;

  g_object_get (page, "subtitle", &subtitle, NULL);
  if (subtitle && *subtitle && !g_str_equal (subtitle, date))
    g_ptr_array_add (words, g_steal_pointer (&subtitle));
  collect_filters (GTK_WIDGET (page), words);
  if (*gr_page_get_search (page))
    /* Translators: what a printed list was searched for */
    g_ptr_array_add (words, g_strdup_printf (_ ("Search “%s”"), gr_page_get_search (page)));
  g_ptr_array_add (words, NULL);
  return g_strjoinv (" · ", (char **) words->pdata);
}

/* The document */

static void
take_chart (GrPrintReading *reading, GrForecastChart *chart)
{
  GrPrintDocument *document = reading->document;
  GrChartPlot *plot = find_shown (GTK_WIDGET (chart), GR_TYPE_CHART_PLOT);
  const GrForecastChartData *data = gr_forecast_chart_get_data (chart);

  if (!plot || !data)
    return;
  document->chart = gr_forecast_chart_data_copy (data);
  document->view = *gr_chart_plot_get_view (plot);
  document->view.cursor = -1;
}

static void
take_list (GrPrintReading *reading, GrTableList *list)
{
  GrPrintTable *table = gr_print_table_new();

  reading->list = list;
  reading->ids = gr_paged_model_get_ids (list->model);
  for (guint i = 0; i < list->columns->len; i++) {
    const GrTableColumn *column = g_ptr_array_index (list->columns, i);

    gr_print_table_add_column (table, g_ptr_array_index (list->titles, i),
        column->kind == GR_CELL_NUMBER || column->kind == GR_CELL_EDITABLE, column->expands);
  }
  reading->document->table = table;
}

/* The chart of what is selected in a list is no part of the list. */
static void
take_what_is_shown (GrPrintReading *reading, GrPrintWhat what)
{
  GtkWidget *page = GTK_WIDGET (reading->page);
  GrTable *table = find_shown (page, GR_TYPE_TABLE);
  GrForecastChart *chart = find_shown (page, GR_TYPE_FORECAST_CHART);
  GtkWidget *split = chart ? gtk_widget_get_ancestor (GTK_WIDGET (chart), GR_TYPE_SPLIT) : NULL;
  GrTableList *list = NULL;

  if (what == GR_PRINT_THE_PAGE) {
    list = gr_page_get_list (reading->page);
    if (!list && table)
      list = gr_table_get_list (table);
  }
  if (list)
    take_list (reading, list);
  if (chart && (what == GR_PRINT_THE_CHART || !list || !split))
    take_chart (reading, chart);
}

/* The chart's own title would say the document's again. */
static void
name (GrPrintReading *reading, GrPrintWhat what)
{
  GrPrintDocument *document = reading->document;
  g_autofree char *chart = document->chart ? g_steal_pointer (&document->chart->title) : NULL;

  document->is_rtl = gtk_widget_get_direction (GTK_WIDGET (reading->page)) == GTK_TEXT_DIR_RTL;
  document->shop = g_strdup (gr_shop_name (reading->shop));
  document->date = gr_format_date (gr_shop_today (reading->shop));
  if (what == GR_PRINT_THE_CHART)
    document->title = g_steal_pointer (&chart);
  else
    document->subtitle = describe (reading->page, document->date);
  if (!document->title)
    g_object_get (reading->page, "title", &document->title, NULL);
}

/**
 * gr_print_reading_new:
 *
 * Returns: (transfer full) (nullable): %NULL where the page shows nothing of the kind
 */
GrPrintReading *
gr_print_reading_new (GrPage *page, GrPrintWhat what)
{
  GrPrintReading *reading;
  GrPrintDocument *document;

  g_return_val_if_fail (gr_page_get_shop (page), NULL);

  reading = g_new0 (GrPrintReading, 1);
  document = reading->document = g_new0 (GrPrintDocument, 1);
  g_mutex_init (&reading->mutex);
  g_cond_init (&reading->answered);
  reading->page = g_object_ref (page);
  reading->shop = g_object_ref (gr_page_get_shop (page));
  take_what_is_shown (reading, what);
  if (!document->chart && !document->table) {
    gr_print_reading_free (reading);
    return NULL;
  }
  name (reading, what);
  return reading;
}

void
gr_print_reading_free (GrPrintReading *reading)
{
  g_mutex_clear (&reading->mutex);
  g_cond_clear (&reading->answered);
  g_clear_pointer (&reading->document, gr_print_document_free);
  g_clear_pointer (&reading->list, gr_table_list_free);
  g_clear_pointer (&reading->ids, g_array_unref);
  g_clear_error (&reading->error);
  g_object_unref (reading->shop);
  g_object_unref (reading->page);
  g_free (reading);
}

/**
 * gr_print_reading_get:
 *
 * Returns: (transfer none): what was written down so far
 */
const GrPrintDocument *
gr_print_reading_get (GrPrintReading *reading)
{
  return reading->document;
}

/**
 * gr_print_reading_steal:
 *
 * Returns: (transfer full): what was written down; nothing more is read
 */
GrPrintDocument *
gr_print_reading_steal (GrPrintReading *reading)
{
  return g_steal_pointer (&reading->document);
}

/* The rows */

static void
take_row (gconstpointer row, gpointer data)
{
  GrPrintReading *reading = data;
  guint n = reading->list->columns->len;
  g_autoptr (GPtrArray) cells = g_ptr_array_new_full (n, g_free);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (cells, gr_table_list_cell (reading->list, i, row));
  gr_print_table_add_row (reading->document->table, (const char *const *) cells->pdata);
}

static void
read_some (GrPrintReading *reading)
{
  guint n = MIN (ROWS_AT_ONCE, reading->ids->len - reading->row);
  GrIdSpan ids = {&g_array_index (reading->ids, gint64, reading->row), n};

  if (gr_page_get_shop (reading->page) != reading->shop)
    g_set_error_literal (&reading->error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("Another shop was opened."));
  else if (gr_paged_model_read (reading->list->model, ids, take_row, reading, &reading->error))
    reading->row += n;
}

static gboolean
read_some_cb (gpointer data)
{
  GrPrintReading *reading = data;

  read_some (reading);
  g_mutex_lock (&reading->mutex);
  reading->is_answered = TRUE;
  g_cond_signal (&reading->answered);
  g_mutex_unlock (&reading->mutex);
  return G_SOURCE_REMOVE;
}

static void
ask_main_thread (GrPrintReading *reading)
{
  reading->is_answered = FALSE;
  g_idle_add (read_some_cb, reading);
  g_mutex_lock (&reading->mutex);
  while (!reading->is_answered)
    g_cond_wait (&reading->answered, &reading->mutex);
  g_mutex_unlock (&reading->mutex);
}

/**
 * gr_print_reading_run:
 *
 * Reads all rows, from another thread than the main one, which must be running. Whatever is done in the window has
 * precedence. O(rows)
 */
gboolean
gr_print_reading_run (GrPrintReading *reading, const GrProgress *progress, GError **error)
{
  while (reading->ids && reading->row < reading->ids->len) {
    if (!gr_progress_report (progress, _ ("Reading the list…"), (double) reading->row / reading->ids->len, error))
      return FALSE;
    ask_main_thread (reading);
    if (reading->error) {
      g_propagate_error (error, g_steal_pointer (&reading->error));
      return FALSE;
    }
  }
  return TRUE;
}
