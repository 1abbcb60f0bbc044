#pragma once

#include "print-table.h"

#include "app/chart/drawing/chart-view.h"
#include "app/chart/forecast/forecast-chart-data.h"

/**
 * GrPrintDocument:
 * @title: of the page it is printed from
 * @subtitle: (nullable): what of it is shown: filter, search
 * @shop: the shop's name
 * @date: of today, as people write it
 * @is_rtl: whether lines and columns run from right to left
 * @chart: (nullable): stands before the list, as @view looks at it
 * @table: (nullable): the list
 *
 * What is printed. It owns all of it and is whole by itself: it may be laid out in any thread.
 */
typedef struct {
  char *title;
  char *subtitle;
  char *shop;
  char *date;
  gboolean is_rtl;
  GrForecastChartData *chart;
  GrChartView view;
  GrPrintTable *table;
} GrPrintDocument;

void gr_print_document_free (GrPrintDocument *document);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrPrintDocument, gr_print_document_free)
