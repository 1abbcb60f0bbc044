#include "workbook.h"

#include "file-replacer.h"
#include "workbook-private.h"
#include "xlsx-check.h"

#include "domain/base/error.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

static lxw_format *
add_format (GrWorkbook *self, const char *number_format, gboolean is_total)
{
  lxw_format *format = workbook_add_format (self->book);

  format_set_align (format, LXW_ALIGN_VERTICAL_TOP);
  if (number_format != NULL)
    format_set_num_format (format, number_format);
  if (is_total) {
    format_set_bold (format);
    format_set_top (format, LXW_BORDER_THIN);
  }
  return format;
}

/* "#,##0.00" with @digits decimals. */
static void
write_money_format (char *text, gsize size, int digits)
{
  g_snprintf (text, (gulong) size, "#,##0%s%.*s", digits > 0 ? "." : "", digits, "0000");
}

/* Off the figures of the column before. */
static void
set_left (lxw_format *format)
{
  format_set_align (format, LXW_ALIGN_LEFT);
  format_set_indent (format, 1);
}

static void
add_formats (GrWorkbook *self)
{
  char money[16];
  const char *const number_formats[GR_N_WORKBOOK_FORMATS] = {
      [GR_FORMAT_QUANTITY] = "#,##0",
      [GR_FORMAT_FRACTION] = "#,##0.0##",
      [GR_FORMAT_UNITS] = "#,##0",
      [GR_FORMAT_EXPECTED] = "#,##0.0",
      [GR_FORMAT_DAYS] = "#,##0",
      [GR_FORMAT_MONEY] = money,
      [GR_FORMAT_PRICE] = "#,##0.00##",
      [GR_FORMAT_PERCENT] = "0.0%",
      [GR_FORMAT_DATE] = "yyyy-mm-dd",
      [GR_FORMAT_ABOUT_DATE] = "yyyy-mm-dd",
      [GR_FORMAT_ABOUT_INSTANT] = "yyyy-mm-dd hh:mm",
  };

  write_money_format (money, sizeof money, self->info.currency_digits);
  for (int is_total = 0; is_total < 2; is_total++)
    for (int i = 0; i < GR_N_WORKBOOK_FORMATS; i++)
      self->formats[is_total][i] = add_format (self, number_formats[i], is_total);
  format_set_text_wrap (self->formats[0][GR_FORMAT_WRAPPED]);
  for (int is_total = 0; is_total < 2; is_total++)
    for (int i = GR_FORMAT_TEXT; i <= GR_FORMAT_WRAPPED; i++)
      set_left (self->formats[is_total][i]);
  format_set_align (self->formats[0][GR_FORMAT_ABOUT_DATE], LXW_ALIGN_LEFT);
  format_set_align (self->formats[0][GR_FORMAT_ABOUT_INSTANT], LXW_ALIGN_LEFT);
}

static lxw_format *
add_header_format (GrWorkbook *self, const char *number_format)
{
  lxw_format *format = add_format (self, number_format, FALSE);

  format_set_align (format, LXW_ALIGN_VERTICAL_BOTTOM);
  format_set_bold (format);
  format_set_text_wrap (format);
  format_set_bg_color (format, 0xE8ECF0);
  format_set_bottom (format, LXW_BORDER_THIN);
  return format;
}

static void
add_header_formats (GrWorkbook *self)
{
  self->header = add_header_format (self, NULL);
  set_left (self->header);
  self->header_number = add_header_format (self, NULL);
  format_set_align (self->header_number, LXW_ALIGN_RIGHT);
  self->header_month = add_header_format (self, "mmm yyyy");
  format_set_align (self->header_month, LXW_ALIGN_RIGHT);
  self->title = add_format (self, NULL, FALSE);
  format_set_bold (self->title);
  format_set_font_size (self->title, 16);
  self->link = workbook_get_default_url_format (self->book);
}

static void
set_properties (GrWorkbook *self, const char *title)
{
  lxw_doc_properties properties = {0};
  g_autofree char *program = g_strdup_printf ("Granary %s", self->info.program_version);

  properties.title = (char *) title;
  properties.author = program;
  properties.created = (time_t) (self->info.created_at / G_USEC_PER_SEC);
  gr_workbook_note (self, workbook_set_properties (self->book, &properties));
}

/**
 * gr_workbook_new:
 * @title: for the file's properties
 *
 * Begins an XLSX file. It appears under its name only when gr_workbook_close() succeeds. Fails with %GR_ERROR_IO.
 */
GrWorkbook *
gr_workbook_new (const char *path, const char *title, const GrWorkbookInfo *info, GError **error)
{
  g_autoptr (GrWorkbook) self = g_new0 (GrWorkbook, 1);

  self->info = *info;
  self->sheets = g_ptr_array_new_with_free_func (g_free);
  self->replacer = gr_file_replacer_new (path, error);
  if (self->replacer == NULL)
    return NULL;
  self->book = workbook_new (gr_file_replacer_path (self->replacer));
  if (self->book == NULL) {
    g_set_error (error, GR_ERROR, GR_ERROR_IO, _ ("“%s” can’t be saved"), path);
    return NULL;
  }
  add_formats (self);
  add_header_formats (self);
  set_properties (self, title);
  return g_steal_pointer (&self);
}

/**
 * gr_workbook_free:
 *
 * What was not closed is given up: the old file, if there was one, is still in its place.
 */
void
gr_workbook_free (GrWorkbook *self)
{
  if (self == NULL)
    return;
  if (self->book != NULL)
    lxw_workbook_free (self->book);
  g_ptr_array_unref (self->sheets);
  gr_file_replacer_free (self->replacer);
  g_free (self);
}

/**
 * gr_workbook_note:
 *
 * Takes note of how a call of the library went. Keeps the first failure, which gr_workbook_close() tells; later ones
 * follow from it.
 */
void
gr_workbook_note (GrWorkbook *self, lxw_error result)
{
  if (self->failure == LXW_NO_ERROR)
    self->failure = result;
}

/**
 * gr_workbook_close:
 *
 * Writes the file and puts it in its place. Fails with %GR_ERROR_IO; what was there before is then untouched.
 */
gboolean
gr_workbook_close (GrWorkbook *self, GError **error)
{
  const char *target = gr_file_replacer_target (self->replacer);

  errno = 0;
  gr_workbook_note (self, workbook_close (g_steal_pointer (&self->book)));
  if (self->failure != LXW_NO_ERROR) {
    g_set_error (error, GR_ERROR, GR_ERROR_IO, _ ("“%s” can’t be saved: %s"), target,
        errno != 0 ? g_strerror (errno) : lxw_strerror (self->failure));
    return FALSE;
  }
  if (!gr_xlsx_is_whole (gr_file_replacer_path (self->replacer))) {
    g_set_error (error, GR_ERROR, GR_ERROR_IO, _ ("“%s” can’t be saved: %s"), target, g_strerror (ENOSPC));
    return FALSE;
  }
  return gr_file_replacer_commit (self->replacer, error);
}
