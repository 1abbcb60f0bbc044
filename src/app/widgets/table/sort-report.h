#pragma once

#include <gtk/gtk.h>

/**
 * GrSortReport:
 *
 * A sorter that sorts nothing, for lists whose order comes from the file: it only tells which header was clicked.
 */
#define GR_TYPE_SORT_REPORT (gr_sort_report_get_type())
G_DECLARE_FINAL_TYPE (GrSortReport, gr_sort_report, GR, SORT_REPORT, GtkSorter)

GtkSorter *gr_sort_report_new (void);
GrSortReport *gr_sort_report_ask (
    GtkSorter *view_sorter, GrSortReport *const *reports, gsize n, gboolean *is_descending);
