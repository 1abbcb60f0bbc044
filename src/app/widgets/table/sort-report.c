#include "sort-report.h"

struct _GrSortReport {
  GtkSorter parent_instance;

  gboolean was_asked;
};

G_DEFINE_FINAL_TYPE (GrSortReport, gr_sort_report, GTK_TYPE_SORTER)

static GtkOrdering
gr_sort_report_compare (GtkSorter *sorter, gpointer a, gpointer b)
{
  GR_SORT_REPORT (sorter)->was_asked = TRUE;
  return GTK_ORDERING_SMALLER;
}

static GtkSorterOrder
gr_sort_report_get_order (GtkSorter *sorter)
{
  return GTK_SORTER_ORDER_TOTAL;
}

static void
gr_sort_report_class_init (GrSortReportClass *klass)
{
  GTK_SORTER_CLASS (klass)->compare = gr_sort_report_compare;
  GTK_SORTER_CLASS (klass)->get_order = gr_sort_report_get_order;
}

static void
gr_sort_report_init (GrSortReport *self)
{
}

GtkSorter *
gr_sort_report_new (void)
{
  return g_object_new (GR_TYPE_SORT_REPORT, NULL);
}

/**
 * gr_sort_report_ask:
 * @view_sorter: the sorter of a column view whose columns have @reports
 *
 * GTK before 4.10 does not say by which column a view is sorted. But asked to compare two things, its sorter asks the
 * first column's sorter, and turns the answer round where the order is descending. The two things must differ, or
 * nobody is asked.
 *
 * Returns: (nullable) (transfer none): the report of the column that comes first
 */
GrSortReport *
gr_sort_report_ask (GtkSorter *view_sorter, GrSortReport *const *reports, gsize n, gboolean *is_descending)
{
  g_autoptr (GObject) other = NULL;
  GtkOrdering ordering;

  for (gsize i = 0; i < n; i++)
    if (reports[i])
      reports[i]->was_asked = FALSE;
  other = g_object_new (G_TYPE_OBJECT, NULL);
  ordering = gtk_sorter_compare (view_sorter, view_sorter, other);
  *is_descending = ordering == GTK_ORDERING_LARGER;
  for (gsize i = 0; i < n; i++)
    if (reports[i] && reports[i]->was_asked)
      return reports[i];
  return NULL;
}
