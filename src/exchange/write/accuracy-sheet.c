#include "accuracy-sheet.h"

#include "sheet.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The figures that are summed, in their columns' order, and where those begin. */
#define N_FIGURES    4
#define FIRST_FIGURE 4

enum { SOLD, OFF_BY, NAIVE_OFF_BY, BIAS };

/* The columns behind them. */
#define WAPE_COLUMN       (FIRST_FIGURE + N_FIGURES)
#define NAIVE_WAPE_COLUMN (WAPE_COLUMN + 1)

/* A row of one item or of the sum of several. */
typedef struct {
  double figures[N_FIGURES];
  guint first, last; /* the rows that it sums up; 0 for an item */
} Figures;

/* The items of a family: rows from @first on, before @end. */
typedef struct {
  gsize first, end;
} Group;

static GrSheet *
add_table (GrWorkbook *workbook)
{
  const GrSheetColumn columns[] = {
      {_ ("Level"), 9, GR_FORMAT_TEXT},
      {_ ("Family"), 18, GR_FORMAT_TEXT},
      {_ ("Item"), 12, GR_FORMAT_TEXT},
      {_ ("Description"), 36, GR_FORMAT_TEXT},
      {_ ("Sold a month"), 10, GR_FORMAT_EXPECTED},
      {_ ("Forecast off by"), 10, GR_FORMAT_EXPECTED},
      {_ ("Last year off by"), 10, GR_FORMAT_EXPECTED},
      {_ ("Too high (+) or low (-) by"), 12, GR_FORMAT_EXPECTED},
      {_ ("Forecast off, %"), 10, GR_FORMAT_PERCENT},
      {_ ("Last year off, %"), 10, GR_FORMAT_PERCENT},
      {_ ("Forecast value added"), 10, GR_FORMAT_PERCENT},
      {_ ("Bias, %"), 10, GR_FORMAT_PERCENT},
      {_ ("Months judged"), 9, GR_FORMAT_QUANTITY},
      {_ ("Method"), 36, GR_FORMAT_TEXT},
  };
  GrSheet *sheet = gr_sheet_new (workbook, _ ("Accuracy"), columns, G_N_ELEMENTS (columns));

  gr_sheet_set_frozen_columns (sheet, 3);
  return sheet;
}

static gboolean
is_judged (const GrSopWorkbookAccuracy *item)
{
  return isfinite (item->sold) && isfinite (item->off_by) && isfinite (item->naive_off_by) && isfinite (item->bias);
}

static void
add_item (Figures *sum, const GrSopWorkbookAccuracy *item)
{
  const double figures[N_FIGURES] = {item->sold, item->off_by, item->naive_off_by, item->bias};

  for (int i = 0; i < N_FIGURES && is_judged (item); i++)
    sum->figures[i] += figures[i];
}

static void
put_figures (GrSheet *sheet, const Figures *row)
{
  char first[GR_CELL_NAME_SIZE], last[GR_CELL_NAME_SIZE];

  for (guint i = 0; i < N_FIGURES; i++)
    if (row->last == 0)
      gr_sheet_put_number (sheet, row->figures[i]);
    else
      gr_sheet_put_formula (sheet, row->figures[i], "=SUM(%s:%s)",
          gr_sheet_cell_name (first, row->first, FIRST_FIGURE + i),
          gr_sheet_cell_name (last, row->last, FIRST_FIGURE + i));
}

static void
put_share (GrSheet *sheet, const Figures *row, guint figure)
{
  char part[GR_CELL_NAME_SIZE], whole[GR_CELL_NAME_SIZE];

  gr_sheet_put_formula (sheet, row->figures[figure] / row->figures[SOLD], "=%s/%s",
      gr_sheet_cell_name (part, sheet->row, FIRST_FIGURE + figure),
      gr_sheet_cell_name (whole, sheet->row, FIRST_FIGURE + SOLD));
}

/* Of nothing sold there are no shares. */
static void
put_shares (GrSheet *sheet, const Figures *row)
{
  const double *figures = row->figures;
  char wape[GR_CELL_NAME_SIZE], naive[GR_CELL_NAME_SIZE];

  if (!(figures[SOLD] > 0)) {
    for (int i = 0; i < 4; i++)
      gr_sheet_put_nothing (sheet);
    return;
  }
  put_share (sheet, row, OFF_BY);
  put_share (sheet, row, NAIVE_OFF_BY);
  gr_sheet_put_formula (sheet, (figures[NAIVE_OFF_BY] - figures[OFF_BY]) / figures[SOLD], "=%s-%s",
      gr_sheet_cell_name (naive, sheet->row, NAIVE_WAPE_COLUMN), gr_sheet_cell_name (wape, sheet->row, WAPE_COLUMN));
  put_share (sheet, row, BIAS);
}

static void
write_item (GrSheet *sheet, const GrSopWorkbookAccuracy *item)
{
  Figures row = {{item->sold, item->off_by, item->naive_off_by, item->bias}, 0, 0};

  if (!is_judged (item))
    for (int i = 0; i < N_FIGURES; i++)
      row.figures[i] = NAN;
  gr_sheet_put_text (sheet, _ ("Item"));
  gr_sheet_put_text (sheet, item->family);
  gr_sheet_put_text (sheet, item->code);
  gr_sheet_put_text (sheet, item->description);
  put_figures (sheet, &row);
  put_shares (sheet, &row);
  gr_sheet_put_number (sheet, item->n_months);
  gr_sheet_put_text (sheet, item->method);
  gr_sheet_end_row (sheet);
}

static void
write_sum (GrSheet *sheet, const char *level, const char *family, const Figures *row)
{
  gr_sheet_put_text (sheet, level);
  gr_sheet_put_text (sheet, family);
  gr_sheet_put_nothing (sheet);
  gr_sheet_put_nothing (sheet);
  put_figures (sheet, row);
  put_shares (sheet, row);
  gr_sheet_put_nothing (sheet);
  gr_sheet_put_nothing (sheet);
  gr_sheet_end_row (sheet);
}

static GArray *
find_groups (const GrSopWorkbookData *data)
{
  GArray *groups = g_array_new (FALSE, FALSE, sizeof (Group));

  for (gsize i = 0; i < data->n_accuracy; i++) {
    Group group = {i, i + 1};

    if (i > 0 && g_strcmp0 (data->accuracy[i].family, data->accuracy[i - 1].family) == 0)
      g_array_index (groups, Group, groups->len - 1).end = i + 1;
    else
      g_array_append_val (groups, group);
  }
  return groups;
}

/* The shop's row, then the families', each the sum of rows below it. */
static void
write_sums (GrSheet *sheet, const GrSopWorkbookData *data, const GArray *groups)
{
  guint n = groups->len;
  g_autofree Figures *sums = g_new0 (Figures, n + 1);

  sums[n] = (Figures){.first = 2, .last = 1 + n};
  for (guint g = 0; g < n; g++) {
    const Group *group = &g_array_index (groups, Group, g);

    sums[g].first = 2 + n + (guint) group->first;
    sums[g].last = 1 + n + (guint) group->end;
    for (gsize i = group->first; i < group->end; i++)
      add_item (&sums[g], &data->accuracy[i]);
    for (int i = 0; i < N_FIGURES; i++)
      sums[n].figures[i] += sums[g].figures[i];
  }
  write_sum (sheet, _ ("Shop"), NULL, &sums[n]);
  for (guint g = 0; g < n; g++) {
    const char *family = data->accuracy[g_array_index (groups, Group, g).first].family;

    write_sum (sheet, _ ("Family"), family != NULL ? family : _ ("No family"), &sums[g]);
  }
}

/**
 * gr_accuracy_sheet_write:
 *
 * Adds the sheet on how far off past forecasts of one month were: the shop, its families, every item; against the same
 * month last year. Shares, and the sums of families and shop, are live. Units of different items are added up as the
 * summary does.
 */
void
gr_accuracy_sheet_write (GrWorkbook *workbook, const GrSopWorkbookData *data)
{
  GrSheet *sheet = add_table (workbook);
  g_autoptr (GArray) groups = find_groups (data);

  if (groups->len > 0)
    write_sums (sheet, data, groups);
  for (gsize i = 0; i < data->n_accuracy; i++)
    write_item (sheet, &data->accuracy[i]);
  gr_sheet_finish (sheet);
}
