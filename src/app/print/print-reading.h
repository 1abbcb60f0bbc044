#pragma once

#include "print-document.h"

#include "app/frame/frame.h"

/* What of a page is printed. */
typedef enum {
  GR_PRINT_THE_PAGE,  /* its list, or the chart and list of the one thing that it shows */
  GR_PRINT_THE_CHART, /* beside a list too */
} GrPrintWhat;

/**
 * GrPrintReading:
 *
 * A page being written down as it is shown. The rows are read a few at a time, on the main thread between whatever else
 * it does: the functions that say what a cell shows are the page's.
 */
typedef struct _GrPrintReading GrPrintReading;

GrPrintReading *gr_print_reading_new (GrPage *page, GrPrintWhat what);
void gr_print_reading_free (GrPrintReading *reading);

gboolean gr_print_reading_run (GrPrintReading *reading, const GrProgress *progress, GError **error);
const GrPrintDocument *gr_print_reading_get (GrPrintReading *reading);
GrPrintDocument *gr_print_reading_steal (GrPrintReading *reading);
