#include "import-sentence.h"

#include "app/text/format.h"

#include "domain/base/error.h"

#include <glib/gi18n.h>

static const char *
say_delimiter (char delimiter)
{
  switch (delimiter) {
  case ';':
    return _ ("Semicolon separated");
  case '\t':
    return _ ("Tab separated");
  case '|':
    return _ ("Bar separated");
  default:
    return _ ("Comma separated");
  }
}

static const char *
say_dates (const GrCellNotation *cells)
{
  if (!cells->is_date_order_sure)
    return cells->date_order == GR_DATE_ORDER_MDY ? _ ("dates probably as MM/DD/YYYY: please check")
                                                  : _ ("dates probably as DD/MM/YYYY: please check");
  if (cells->date_order == GR_DATE_ORDER_YMD)
    return _ ("dates as YYYY-MM-DD");
  if (cells->date_order == GR_DATE_ORDER_EXCEL)
    return _ ("dates as Excel day numbers");
  return cells->date_order == GR_DATE_ORDER_DMY ? _ ("dates as DD/MM/YYYY") : _ ("dates as MM/DD/YYYY");
}

static gboolean
has_dates (const GrImportLayout *layout)
{
  for (int i = 0; i < layout->table->n_fields; i++)
    if (layout->table->fields[i].type == GR_FIELD_DATE && layout->columns[i] >= 0)
      return TRUE;
  return FALSE;
}

/**
 * gr_import_sentence_of_dialect:
 *
 * Returns: "Comma separated, decimal point, dates as YYYY-MM-DD, UTF-8"
 */
char *
gr_import_sentence_of_dialect (const GrImportLayout *layout)
{
  const GrFileDialect *dialect = &layout->dialect;
  GString *text = g_string_new (say_delimiter (dialect->csv.delimiter));

  g_string_append_printf (text, ", %s", dialect->cells.decimal_sign == ',' ? _ ("decimal comma") : _ ("decimal point"));
  if (has_dates (layout))
    g_string_append_printf (text, ", %s", say_dates (&dialect->cells));
  g_string_append_printf (text, ", %s", gr_text_encoding_title (dialect->csv.encoding));
  if (!dialect->cells.has_header)
    g_string_append_printf (text, ", %s", _ ("no header row"));
  return g_string_free (text, FALSE);
}

/**
 * gr_import_sentence_of_missing:
 *
 * Returns: (nullable): which needed fields have no column yet
 */
char *
gr_import_sentence_of_missing (const GrImportLayout *layout)
{
  const GrImportTable *table = layout->table;
  g_autoptr (GString) names = g_string_new (NULL);

  for (int i = 0; i < table->n_fields; i++)
    if (table->fields[i].is_required && layout->columns[i] < 0)
      g_string_append_printf (names, "%s%s", names->len ? ", " : "", gr_import_field_title (&table->fields[i]));
  return names->len ? g_strdup_printf (_ ("Choose a column for: %s."), names->str) : NULL;
}

/* "New: 738,988" behind what is there, where there are any. */
static void
add_count (GString *text, gint64 n, const char *label)
{
  g_autofree char *count = gr_format_count (n);

  if (n > 0)
    g_string_append_printf (text, "%s%s: %s", text->len ? " · " : "", label, count);
}

static void
add_span (GString *text, const GrImportOutcome *outcome)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (outcome->first_on == GR_DATE_NONE)
    return;
  first = gr_format_date (outcome->first_on);
  last = gr_format_date (outcome->last_on);
  g_string_append (text, " · ");
  if (outcome->first_on == outcome->last_on)
    g_string_append (text, first);
  else
    g_string_append_printf (text, /* Translators: from, to */ _ ("%s to %s"), first, last);
}

/**
 * gr_import_sentence_of_trial:
 *
 * Returns: "Rows: 743,589 · New: 738,988 · Bad: 4,601", with the days they are of and the items they bring
 */
char *
gr_import_sentence_of_trial (const GrImportOutcome *outcome)
{
  g_autofree char *n_rows = gr_format_count (outcome->n_rows);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s: %s", _ ("Rows"), n_rows);
  add_count (text, outcome->n_new, C_ ("rows", "New"));
  add_count (text, outcome->n_changed, C_ ("rows", "Changed"));
  add_count (text, outcome->n_already_there, C_ ("rows", "Already in the shop"));
  add_count (text, outcome->n_repeated, C_ ("rows", "Twice in the file"));
  add_count (text, outcome->n_bad, C_ ("rows", "Bad"));
  add_span (text, outcome);
  add_count (text, outcome->n_items_created, _ ("Unknown items to create"));
  return g_string_free (text, FALSE);
}

/**
 * gr_import_sentence_of_outcome:
 *
 * Returns: what an import did, short enough for a toast
 */
char *
gr_import_sentence_of_outcome (const GrImportOutcome *outcome)
{
  gint64 n = outcome->n_new + outcome->n_changed;
  GString *text = g_string_new (NULL);

  if (n == 0)
    return g_string_free (g_string_append (text, _ ("Nothing in the file was new")), FALSE);
  add_count (text, n, _ ("Rows imported"));
  add_count (text, outcome->n_bad, _ ("Bad rows left out"));
  return g_string_free (text, FALSE);
}

/**
 * gr_import_sentence_of_button:
 * @outcome: (nullable): of the trial
 */
char *
gr_import_sentence_of_button (const GrImportOutcome *outcome)
{
  gint64 n = outcome ? outcome->n_new + outcome->n_changed : 0;
  g_autofree char *count = gr_format_count (n);

  if (n == 0)
    return g_strdup (_ ("Import"));
  return g_strdup_printf (ngettext ("Import %s row", "Import %s rows", (gulong) n), count);
}

/**
 * gr_import_sentence_of_error:
 *
 * Returns: why a file can't be read and what to do; without the folders it lies in
 */
char *
gr_import_sentence_of_error (const GError *error, const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  GString *text = g_string_new (error->message);

  g_string_replace (text, path, name, 0);
  if (text->len && !g_str_has_suffix (text->str, "."))
    g_string_append_c (text, '.');
  if (g_error_matches (error, GR_ERROR, GR_ERROR_INVALID))
    g_string_append (text, _ (" Granary reads text files whose fields are separated by commas, semicolons or tabs, as "
                              "every spreadsheet saves them (“Save as… CSV”)."));
  return g_string_free (text, FALSE);
}

/**
 * gr_import_sentence_of_cell:
 * @cell: of a preview
 * @text: what stands in the file
 *
 * Returns: what is taken from it, as people read it here
 */
char *
gr_import_sentence_of_cell (const GrImportCell *cell, GrFieldType type, const char *text)
{
  if (!cell->is_set)
    return g_strdup ("");
  switch (type) {
  case GR_FIELD_QUANTITY:
    return gr_format_qty (cell->number);
  case GR_FIELD_PRICE:
    return gr_format_price (cell->number, 2);
  case GR_FIELD_COUNT:
    return gr_format_count (cell->number);
  case GR_FIELD_DATE:
    return gr_format_date (cell->date);
  case GR_FIELD_SHARE:
    return gr_format_percent ((double) cell->number / 1e6, 1);
  case GR_FIELD_FLAG:
    return g_strdup (cell->number ? _ ("Yes") : _ ("No"));
  case GR_FIELD_TEXT:
  case GR_FIELD_STATUS:
  default:
    return g_strdup (text);
  }
}
