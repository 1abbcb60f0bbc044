#include "sheet.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define PAPER_A4      9
#define HEADER_HEIGHT 32 /* points: two lines, which programs do not find out for themselves in a header */

static gboolean
has_currency (const GrSheetColumn *column)
{
  return column->format == GR_FORMAT_MONEY || column->format == GR_FORMAT_PRICE;
}

static gboolean
is_text (const GrSheetColumn *column)
{
  return column->format == GR_FORMAT_TEXT || column->format == GR_FORMAT_WRAPPED;
}

/* A header breaks between words; within one it would be read wrongly, and other languages have longer ones. */
static double
measure_words (const char *title)
{
  g_auto (GStrv) words = g_strsplit (title ? title : "", " ", -1);
  glong longest = 0;

  for (guint i = 0; words[i]; i++)
    longest = MAX (longest, g_utf8_strlen (words[i], -1));
  return (double) longest + 1;
}

static void
write_header (GrSheet *self, int i)
{
  const GrSheetColumn *column = &self->columns[i];
  GrWorkbook *workbook = self->workbook;
  g_autofree char *title = NULL;

  gr_workbook_note (workbook, worksheet_set_column (self->worksheet, (lxw_col_t) i, (lxw_col_t) i,
                                  MAX (column->width, measure_words (column->title)), NULL));
  if (column->title == NULL && column->month == GR_DATE_NONE)
    return;
  if (column->title == NULL) {
    gr_workbook_note (workbook, worksheet_write_number (self->worksheet, 0, (lxw_col_t) i,
                                    gr_sheet_excel_day (column->month), workbook->header_month));
    return;
  }
  title = has_currency (column) ? g_strdup_printf ("%s (%s)", column->title, workbook->info.currency)
                                : g_strdup (column->title);
  gr_workbook_note (workbook, worksheet_write_string (self->worksheet, 0, (lxw_col_t) i, title,
                                  is_text (column) ? workbook->header : workbook->header_number));
}

static void
set_up_pages (GrSheet *self)
{
  worksheet_set_landscape (self->worksheet);
  worksheet_set_paper (self->worksheet, PAPER_A4);
  worksheet_fit_to_pages (self->worksheet, 1, 0);
  gr_workbook_note (self->workbook, worksheet_set_footer (self->worksheet, "&L&F&C&A&R&P / &N"));
}

/**
 * gr_sheet_new:
 * @name: one of our own words, never text of a user: a sheet's name has rules and stands in formulas
 * @columns: (array length=n_columns): copied; none for a sheet that is no table
 *
 * Adds a sheet with its header row. It belongs to @workbook.
 */
GrSheet *
gr_sheet_new (GrWorkbook *workbook, const char *name, const GrSheetColumn *columns, int n_columns)
{
  GrSheet *self = g_malloc0 (sizeof *self + (gsize) n_columns * sizeof *columns);

  g_ptr_array_add (workbook->sheets, self);
  self->workbook = workbook;
  self->name = name;
  self->columns = (GrSheetColumn *) (self + 1);
  self->n_columns = n_columns;
  if (n_columns > 0)
    memcpy (self->columns, columns, (gsize) n_columns * sizeof *columns);
  self->worksheet = workbook_add_worksheet (workbook->book, name);
  set_up_pages (self);
  for (int i = 0; i < n_columns; i++)
    write_header (self, i);
  if (n_columns == 0)
    return self;
  worksheet_freeze_panes (self->worksheet, 1, 0);
  gr_workbook_note (workbook, worksheet_set_row (self->worksheet, 0, HEADER_HEIGHT, NULL));
  gr_workbook_note (workbook, worksheet_repeat_rows (self->worksheet, 0, 0));
  self->row = 1;
  return self;
}

/**
 * gr_sheet_new_by_month:
 * @columns: the labels, kept in sight, and after them the one that stands for every month
 *
 * The same with months for headers.
 */
GrSheet *
gr_sheet_new_by_month (
    GrWorkbook *workbook, const char *name, const GrSheetColumn *columns, const GrSheetMonths *months)
{
  int n_labels = months->n_labels;
  g_autofree GrSheetColumn *all = g_new0 (GrSheetColumn, n_labels + months->n);
  GrSheet *sheet;

  memcpy (all, columns, (gsize) n_labels * sizeof *columns);
  for (int i = 0; i < months->n; i++) {
    all[n_labels + i] = columns[n_labels];
    all[n_labels + i].month = gr_grain_add (GR_GRAIN_MONTH, months->first, i);
  }
  sheet = gr_sheet_new (workbook, name, all, n_labels + months->n);
  gr_sheet_set_frozen_columns (sheet, n_labels);
  return sheet;
}

/**
 * gr_sheet_set_frozen_columns:
 *
 * Keeps the first columns in sight beside the header row.
 */
void
gr_sheet_set_frozen_columns (GrSheet *self, int n_columns)
{
  worksheet_freeze_panes (self->worksheet, 1, (lxw_col_t) n_columns);
  gr_workbook_note (self->workbook, worksheet_repeat_columns (self->worksheet, 0, (lxw_col_t) (n_columns - 1)));
}

/* The words in the first column, the sums under theirs. */
static void
put_sums (GrSheet *self)
{
  char first[GR_CELL_NAME_SIZE], last[GR_CELL_NAME_SIZE];
  guint last_row = self->row - 1;

  self->is_total = TRUE;
  for (self->column = 0; self->column < self->n_columns;) {
    const GrSheetColumn *column = &self->columns[self->column];

    self->format = column->format;
    if (column->is_summed)
      gr_sheet_put_formula (self, gr_money_to_double (column->sum, self->workbook->info.currency_digits),
          "=SUBTOTAL(9,%s:%s)", gr_sheet_cell_name (first, 1, self->column),
          gr_sheet_cell_name (last, last_row, self->column));
    else
      gr_sheet_put_text (self, self->column == 0 ? _ ("Total") : NULL);
  }
  self->row++;
  self->is_total = FALSE;
}

static gboolean
has_sums (const GrSheet *self)
{
  for (int i = 0; i < self->n_columns; i++)
    if (self->columns[i].is_summed)
      return self->row > 1;
  return FALSE;
}

/**
 * gr_sheet_finish:
 *
 * The table is whole: sets its filter, writes the sums below it, and leaves what stands under these unprinted.
 */
void
gr_sheet_finish (GrSheet *self)
{
  guint last_row = MAX (self->row, 2) - 1;
  lxw_col_t last_column = (lxw_col_t) (self->n_columns - 1);
  gboolean is_summed = has_sums (self);

  gr_workbook_note (self->workbook, worksheet_autofilter (self->worksheet, 0, 0, last_row, last_column));
  gr_workbook_note (self->workbook, worksheet_print_area (self->worksheet, 0, 0, last_row + is_summed, last_column));
  if (is_summed)
    put_sums (self);
}
