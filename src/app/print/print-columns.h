#pragma once

#include "print-pen.h"
#include "print-table.h"

#define GR_PRINT_GAP 10.0 /* between columns, points */

/**
 * GrPrintColumns:
 * @scale: of the whole list, less than 1 where it would be wider than the paper even with every text broken
 * @widths: in points before scaling
 *
 * How the columns of a list share the paper's width.
 */
typedef struct {
  guint n;
  double scale;
  double *widths;
} GrPrintColumns;

void gr_print_columns_init (GrPrintColumns *columns, const GrPrintTable *table, GrPrintPen *pen, double room);
void gr_print_columns_clear (GrPrintColumns *columns);
double gr_print_columns_easy (const GrPrintTable *table, GrPrintPen *pen);
