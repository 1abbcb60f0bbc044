#include "accuracy-sheet.h"

#include "sheet.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The figures that are summed, in their columns' order. */
enum { SOLD, OFF_BY, NAIVE_OFF_BY, BIAS, N_FIGURES };

/* A row of one item or of the sum of several. */
typedef struct {
  const char *level;
  const char *family;
  const char *code;
  const char *description;
  double figures[N_FIGURES];
  guint first, last; /* the rows that it sums up; 0 for an item */
  GrQty n_months;
  const char *method;
} AccuracyRow;

#define FIELD(member)  G_STRUCT_OFFSET (AccuracyRow, member)
#define FIGURE(figure) FIELD (figures[figure])

/* The items of a family: rows from @first on, before @end. */
typedef struct {
  gsize first, end;
} Group;

static void
put_figure (GrSheet *sheet, gconstpointer data)
{
  const AccuracyRow *row = data;
  double figure = G_STRUCT_MEMBER (double, row, sheet->columns[sheet->column].field);
  char first[GR_CELL_NAME_SIZE], last[GR_CELL_NAME_SIZE];

  if (row->last == 0)
    gr_sheet_put_number (sheet, figure);
  else
    gr_sheet_put_formula (sheet, figure, "=SUM(%s:%s)", gr_sheet_cell_name (first, row->first, sheet->column),
        gr_sheet_cell_name (last, row->last, sheet->column));
}

/* Of nothing sold there are no shares. */
static void
put_share (GrSheet *sheet, gconstpointer data)
{
  const AccuracyRow *row = data;
  gsize figure = sheet->columns[sheet->column].field;
  char part[GR_CELL_NAME_SIZE], whole[GR_CELL_NAME_SIZE];

  if (row->figures[SOLD] > 0)
    gr_sheet_put_formula (sheet, G_STRUCT_MEMBER (double, row, figure) / row->figures[SOLD], "=%s/%s",
        gr_sheet_name_of (sheet, part, figure), gr_sheet_name_of (sheet, whole, FIGURE (SOLD)));
  else
    gr_sheet_put_nothing (sheet);
}

/* The column before less the one before that. */
static void
put_value_added (GrSheet *sheet, gconstpointer data)
{
  const double *figures = ((const AccuracyRow *) data)->figures;
  char wape[GR_CELL_NAME_SIZE], naive[GR_CELL_NAME_SIZE];

  if (figures[SOLD] > 0)
    gr_sheet_put_formula (sheet, (figures[NAIVE_OFF_BY] - figures[OFF_BY]) / figures[SOLD], "=%s-%s",
        gr_sheet_cell_name (naive, sheet->row, sheet->column - 1u),
        gr_sheet_cell_name (wape, sheet->row, sheet->column - 2u));
  else
    gr_sheet_put_nothing (sheet);
}

static gboolean
is_judged (const GrSopWorkbookAccuracy *item)
{
  return isfinite (item->sold) && isfinite (item->off_by) && isfinite (item->naive_off_by) && isfinite (item->bias);
}

static void
add_item (AccuracyRow *sum, const GrSopWorkbookAccuracy *item)
{
  const double figures[N_FIGURES] = {item->sold, item->off_by, item->naive_off_by, item->bias};

  for (int i = 0; i < N_FIGURES && is_judged (item); i++)
    sum->figures[i] += figures[i];
}

static void
write_item (GrSheet *sheet, const GrSopWorkbookAccuracy *item)
{
  AccuracyRow row = {_ ("Item"), item->family, item->code, item->description,
      {item->sold, item->off_by, item->naive_off_by, item->bias}, 0, 0, item->n_months * GR_QTY_ONE, item->method};

  if (!is_judged (item))
    for (int i = 0; i < N_FIGURES; i++)
      row.figures[i] = NAN;
  gr_sheet_put_row (sheet, &row);
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
  g_autofree AccuracyRow *sums = g_new0 (AccuracyRow, n + 1);

  sums[n] = (AccuracyRow){.level = _ ("Shop"), .first = 2, .last = 1 + n, .n_months = GR_WORKBOOK_NONE};
  for (guint g = 0; g < n; g++) {
    const Group *group = &g_array_index (groups, Group, g);
    const char *family = data->accuracy[group->first].family;

    sums[g] = (AccuracyRow){.level = _ ("Family"),
        .family = family != NULL ? family : _ ("No family"),
        .first = 2 + n + (guint) group->first,
        .last = 1 + n + (guint) group->end,
        .n_months = GR_WORKBOOK_NONE};
    for (gsize i = group->first; i < group->end; i++)
      add_item (&sums[g], &data->accuracy[i]);
    for (int i = 0; i < N_FIGURES; i++)
      sums[n].figures[i] += sums[g].figures[i];
  }
  gr_sheet_put_row (sheet, &sums[n]);
  for (guint g = 0; g < n; g++)
    gr_sheet_put_row (sheet, &sums[g]);
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
  const GrSheetColumn columns[] = {
      {_ ("Level"), 9, GR_FORMAT_TEXT, FIELD (level)},
      {_ ("Family"), 18, GR_FORMAT_TEXT, FIELD (family)},
      {_ ("Item"), 12, GR_FORMAT_TEXT, FIELD (code)},
      {_ ("Description"), 36, GR_FORMAT_TEXT, FIELD (description)},
      {_ ("Sold per month"), 10, GR_FORMAT_EXPECTED, FIGURE (SOLD), put_figure},
      {_ ("Forecast error"), 10, GR_FORMAT_EXPECTED, FIGURE (OFF_BY), put_figure},
      {_ ("Error if same as last year"), 10, GR_FORMAT_EXPECTED, FIGURE (NAIVE_OFF_BY), put_figure},
      {_ ("Too high (+) or low (−) by"), 12, GR_FORMAT_EXPECTED, FIGURE (BIAS), put_figure},
      {_ ("Forecast error, %"), 10, GR_FORMAT_PERCENT, FIGURE (OFF_BY), put_share},
      {_ ("Error if same as last year, %"), 10, GR_FORMAT_PERCENT, FIGURE (NAIVE_OFF_BY), put_share},
      {_ ("Better than last year’s figure by"), 10, GR_FORMAT_PERCENT, 0, put_value_added},
      {_ ("On average too high or low, %"), 10, GR_FORMAT_PERCENT, FIGURE (BIAS), put_share},
      {_ ("Months compared"), 9, GR_FORMAT_QUANTITY, FIELD (n_months)},
      {_ ("Method"), 36, GR_FORMAT_TEXT, FIELD (method)},
  };
  GrSheet *sheet = gr_sheet_new (workbook, _ ("Accuracy"), columns, G_N_ELEMENTS (columns));
  g_autoptr (GArray) groups = find_groups (data);

  gr_sheet_set_frozen_columns (sheet, 3);
  if (groups->len > 0)
    write_sums (sheet, data, groups);
  for (gsize i = 0; i < data->n_accuracy; i++)
    write_item (sheet, &data->accuracy[i]);
  gr_sheet_finish (sheet);
}
