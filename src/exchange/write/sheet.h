#pragma once

#include "workbook-private.h"

#include "domain/base/progress.h"

typedef struct _GrSheet GrSheet;

/**
 * GrSheetColumn:
 * @title: the header; columns of money and prices get the currency after it
 * @width: in characters, at least; the longest word of @title fits in any case
 * @field: where in a row's struct the value lies: a char * in a column of text, #GrQty in one of quantities and of what
 *   is expected, #GrMoney, #GrPrice and #GrDate in theirs, double in any other; what there is none of stays empty
 * @put: (nullable): writes the cell of a row, where that is not just @field
 * @qty: for gr_sheet_put_value(), where the quantity and the price lie that @field is the product of
 * @is_stock: less than nothing of it is worth nothing
 * @is_summed: money whose sum stands under it, live, of the rows that the filter shows
 * @month: where there is no @title, the month that stands for it, or %GR_DATE_NONE for no header at all
 * @sum: of the rows so far
 *
 * All that there is to say about a column of a sheet.
 */
typedef struct {
  const char *title;
  double width;
  GrWorkbookFormat format;
  gsize field;
  void (*put) (GrSheet *sheet, gconstpointer row);
  gsize qty, price;
  gboolean is_stock;
  gboolean is_summed;
  GrDate month;
  GrMoney sum;
} GrSheetColumn;

/**
 * GrSheet:
 * @column: of the cell that is written next
 * @format: how it looks: as its column says, unless somebody sets another one
 *
 * A table being written row by row: one header row, frozen and repeated on every page, a filter over the rows, totals
 * below them.
 */
struct _GrSheet {
  GrWorkbook *workbook;
  lxw_worksheet *worksheet;
  const char *name;
  GrSheetColumn *columns;
  int n_columns;
  guint row;
  guint16 column;
  GrWorkbookFormat format;
  gboolean is_total;
};

/* A table that has a column for each of @n months after @n_labels others. */
typedef struct {
  int n_labels;
  GrDate first;
  int n;
} GrSheetMonths;

/* Rows of an array; where @row_size is 0, an array of pointers to them. */
typedef struct {
  gconstpointer rows;
  gsize n_rows;
  gsize row_size;
} GrSheetRows;

#define GR_EXCEL_EPOCH 25569 /* days from 1899-12-30, Excel's day 0, to 1970-01-01 */

static inline double
gr_sheet_excel_day (GrDate date)
{
  return (double) date + GR_EXCEL_EPOCH;
}

/* A running total that absurd figures stop at the largest one; %GR_WORKBOOK_NONE adds nothing. */
static inline void
gr_sheet_add_up (GrMoney *total, GrMoney money)
{
  if (money != GR_WORKBOOK_NONE && __builtin_add_overflow (*total, money, total))
    *total = money > 0 ? G_MAXINT64 : G_MININT64;
}

#define GR_CELL_NAME_SIZE 16

GrSheet *gr_sheet_new (GrWorkbook *workbook, const char *name, const GrSheetColumn *columns, int n_columns);
GrSheet *gr_sheet_new_by_month (
    GrWorkbook *workbook, const char *name, const GrSheetColumn *columns, const GrSheetMonths *months);
void gr_sheet_set_frozen_columns (GrSheet *sheet, int n_columns);
void gr_sheet_finish (GrSheet *sheet);

void gr_sheet_put_value (GrSheet *sheet, gconstpointer row);
void gr_sheet_put_row (GrSheet *sheet, gconstpointer row);
void gr_sheet_put_total_row (GrSheet *sheet, gconstpointer row);
gboolean gr_sheet_write_rows (GrSheet *sheet, const GrSheetRows *rows, const GrProgress *progress, GError **error);

void gr_sheet_put_nothing (GrSheet *sheet);
void gr_sheet_put_text (GrSheet *sheet, const char *text);
void gr_sheet_put_number (GrSheet *sheet, double number);
void gr_sheet_put_quantity (GrSheet *sheet, GrQty qty);
void gr_sheet_put_money (GrSheet *sheet, GrMoney money);
void gr_sheet_put_price (GrSheet *sheet, GrPrice price);
void gr_sheet_put_date (GrSheet *sheet, GrDate date);
void gr_sheet_put_instant (GrSheet *sheet, GrInstant instant);
void gr_sheet_put_formula (GrSheet *sheet, double result, const char *formula, ...) G_GNUC_PRINTF (3, 4);

const char *gr_sheet_cell_name (char *name, guint row, guint column);
guint gr_sheet_column_of (const GrSheet *sheet, gsize field);
const char *gr_sheet_name_of (const GrSheet *sheet, char *name, gsize field);
char *gr_sheet_clean_text (const char *text);
