#include "about-sheet.h"

#include <glib/gi18n-lib.h>

/* One name and one value a row. A name with a @target leads there. */
typedef struct {
  const char *name;
  const char *target;
  GrWorkbookFormat format;
  const char *text;
  gint64 time; /* a date or an instant, as @format says */
} AboutRow;

static void
put_name (GrSheet *sheet, gconstpointer data)
{
  const AboutRow *row = data;

  if (row->target == NULL)
    gr_sheet_put_text (sheet, row->name);
  else
    gr_workbook_note (sheet->workbook, worksheet_write_url_opt (sheet->worksheet, sheet->row, sheet->column++,
                                           row->target, sheet->workbook->link, row->name, NULL));
}

static void
put_value (GrSheet *sheet, gconstpointer data)
{
  const AboutRow *row = data;

  sheet->format = row->format;
  if (row->format == GR_FORMAT_ABOUT_DATE)
    gr_sheet_put_date (sheet, (GrDate) row->time);
  else if (row->format == GR_FORMAT_ABOUT_INSTANT)
    gr_sheet_put_instant (sheet, row->time);
  else
    gr_sheet_put_text (sheet, row->text);
}

/**
 * gr_about_sheet_new:
 * @title: what the workbook is
 *
 * Adds the sheet that says what the workbook is, whose, of which day, and what made it.
 */
GrSheet *
gr_about_sheet_new (GrWorkbook *workbook, const char *title)
{
  const GrSheetColumn columns[] = {
      {NULL, 30, GR_FORMAT_TEXT, 0, put_name, .month = GR_DATE_NONE},
      {NULL, 90, GR_FORMAT_TEXT, 0, put_value, .month = GR_DATE_NONE},
  };
  const GrWorkbookInfo *info = &workbook->info;
  g_autofree char *program = g_strdup_printf ("Granary %s", info->program_version);
  GrSheet *sheet = gr_sheet_new (workbook, _ ("About"), columns, G_N_ELEMENTS (columns));

  worksheet_freeze_panes (sheet->worksheet, 0, 0); /* a page of words, no table */
  gr_workbook_note (workbook, worksheet_write_string (sheet->worksheet, 0, 0, title, workbook->title));
  gr_about_sheet_add_text (sheet, _ ("Shop"), info->shop_name);
  gr_about_sheet_add_text (sheet, _ ("Currency"), info->currency);
  gr_about_sheet_add_date (sheet, _ ("Figures as of"), info->today);
  gr_about_sheet_add_instant (sheet, _ ("Saved"), info->created_at);
  gr_about_sheet_add_text (sheet, _ ("Saved by"), program);
  return sheet;
}

/**
 * gr_about_sheet_add_text:
 * @name: (nullable)
 * @text: (nullable): wrapped within its column; both %NULL for a row between others
 *
 * A row of a name and words.
 */
void
gr_about_sheet_add_text (GrSheet *sheet, const char *name, const char *text)
{
  gr_sheet_put_row (sheet, &(AboutRow){name, NULL, GR_FORMAT_WRAPPED, text, 0});
}

/**
 * gr_about_sheet_add_date:
 *
 * A row of a name and a day.
 */
void
gr_about_sheet_add_date (GrSheet *sheet, const char *name, GrDate date)
{
  gr_sheet_put_row (sheet, &(AboutRow){name, NULL, GR_FORMAT_ABOUT_DATE, NULL, date});
}

/**
 * gr_about_sheet_add_instant:
 *
 * A row of a name and a moment, to the minute, UTC.
 */
void
gr_about_sheet_add_instant (GrSheet *sheet, const char *name, GrInstant instant)
{
  gr_sheet_put_row (sheet, &(AboutRow){name, NULL, GR_FORMAT_ABOUT_INSTANT, NULL, instant});
}

/**
 * gr_about_sheet_add_link:
 * @row: from 0
 * @what: what is to be found there
 *
 * A row that leads to a place in the workbook.
 */
void
gr_about_sheet_add_link (GrSheet *sheet, const char *sheet_name, guint row, const char *what)
{
  g_autofree char *target = g_strdup_printf ("internal:'%s'!A%u", sheet_name, row + 1);

  gr_sheet_put_row (sheet, &(AboutRow){sheet_name, target, GR_FORMAT_WRAPPED, what, 0});
}
