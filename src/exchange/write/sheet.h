#pragma once

#include "workbook-private.h"

/**
 * GrSheetColumn:
 * @title: the header; columns of money and prices get the currency after it
 * @month: where there is no @title, the month that stands for it, or %GR_DATE_NONE for no header at all
 * @width: in characters, at least; the longest word of @title fits in any case
 */
typedef struct {
  const char *title;
  double width;
  GrWorkbookFormat format;
  GrDate month;
} GrSheetColumn;

/**
 * GrSheet:
 *
 * A table being written cell by cell, from left to right and row by row: one header row, frozen and repeated on
 * every page, a filter over the rows, totals below them.
 */
typedef struct {
  GrWorkbook *workbook;
  lxw_worksheet *worksheet;
  const char *name;
  GrSheetColumn *columns;
  int n_columns;
  guint row;
  guint16 column;
  gboolean is_total;
} GrSheet;

/* Money that should be the product of two other cells of its row; with @is_stock, less than nothing is worth nothing.
 */
typedef struct {
  guint qty_column;
  guint price_column;
  GrQty qty;
  GrPrice price;
  GrMoney money;
  gboolean is_stock;
} GrSheetValue;

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
void gr_sheet_set_frozen_columns (GrSheet *sheet, int n_columns);
void gr_sheet_finish (GrSheet *sheet);
void gr_sheet_finish_with_total (GrSheet *sheet, guint column, GrMoney total);

void gr_sheet_put_nothing (GrSheet *sheet);
void gr_sheet_put_text (GrSheet *sheet, const char *text);
void gr_sheet_put_number (GrSheet *sheet, double number);
void gr_sheet_put_quantity (GrSheet *sheet, GrQty qty);
void gr_sheet_put_money (GrSheet *sheet, GrMoney money);
void gr_sheet_put_price (GrSheet *sheet, GrPrice price);
void gr_sheet_put_date (GrSheet *sheet, GrDate date);
void gr_sheet_put_instant (GrSheet *sheet, GrInstant instant);
void gr_sheet_put_formula (GrSheet *sheet, double result, const char *formula, ...) G_GNUC_PRINTF (3, 4);
void gr_sheet_put_value (GrSheet *sheet, const GrSheetValue *value);
void gr_sheet_end_row (GrSheet *sheet);
void gr_sheet_begin_totals (GrSheet *sheet);

const char *gr_sheet_cell_name (char *name, guint row, guint column);
char *gr_sheet_clean_text (const char *text);
