#include "about-sheet.h"

#include <glib/gi18n-lib.h>

/* One name and one value a row; the value's column changes its format from row to row. */
static void
add_name (GrSheet *sheet, const char *name, GrWorkbookFormat format)
{
  sheet->columns[0].format = GR_FORMAT_TEXT;
  sheet->columns[1].format = format;
  gr_sheet_put_text (sheet, name);
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
  const GrSheetColumn columns[2] = {{NULL, 30, GR_FORMAT_TEXT, GR_DATE_NONE}, {NULL, 90, GR_FORMAT_TEXT, GR_DATE_NONE}};
  const GrWorkbookInfo *info = &workbook->info;
  g_autofree char *program = g_strdup_printf ("Granary %s", info->program_version);
  GrSheet *sheet = gr_sheet_new (workbook, _ ("About"), columns, 2);

  worksheet_freeze_panes (sheet->worksheet, 0, 0); /* a page of words, no table */
  gr_workbook_note (workbook, worksheet_write_string (sheet->worksheet, 0, 0, title, workbook->title));
  gr_about_sheet_add_text (sheet, _ ("Shop"), info->shop_name);
  gr_about_sheet_add_text (sheet, _ ("Currency"), info->currency);
  gr_about_sheet_add_date (sheet, _ ("Figures of"), info->today);
  gr_about_sheet_add_instant (sheet, _ ("Written (UTC)"), info->created_at);
  gr_about_sheet_add_text (sheet, _ ("Written by"), program);
  return sheet;
}

void
gr_about_sheet_add_text (GrSheet *sheet, const char *name, const char *text)
{
  add_name (sheet, name, GR_FORMAT_WRAPPED);
  gr_sheet_put_text (sheet, text);
  gr_sheet_end_row (sheet);
}

void
gr_about_sheet_add_date (GrSheet *sheet, const char *name, GrDate date)
{
  add_name (sheet, name, GR_FORMAT_ABOUT_DATE);
  gr_sheet_put_date (sheet, date);
  gr_sheet_end_row (sheet);
}

void
gr_about_sheet_add_instant (GrSheet *sheet, const char *name, GrInstant instant)
{
  add_name (sheet, name, GR_FORMAT_ABOUT_INSTANT);
  gr_sheet_put_instant (sheet, instant);
  gr_sheet_end_row (sheet);
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

  gr_workbook_note (sheet->workbook,
      worksheet_write_url_opt (sheet->worksheet, sheet->row, 0, target, sheet->workbook->link, sheet_name, NULL));
  sheet->column = 1;
  sheet->columns[1].format = GR_FORMAT_WRAPPED;
  gr_sheet_put_text (sheet, what);
  gr_sheet_end_row (sheet);
}
