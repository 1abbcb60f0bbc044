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
    return cells->date_order == GR_DATE_ORDER_MDY ? _ ("dates perhaps as MM/DD/YYYY: please check")
                                                  : _ ("dates perhaps as DD/MM/YYYY: please check");
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
  return names->len ? g_strdup_printf (_ ("Choose the column that holds: %s."), names->str) : NULL;
}

/* A count of rows and what becomes of them, where there are any. */
static void
add_count (GString *text, const char *separator, gint64 n, const char *phrase)
{
  g_autofree char *count = gr_format_count (n);

  if (n > 0)
    g_string_append_printf (text, "%s%s %s", text->len ? separator : "", count, phrase);
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
  if (outcome->first_on == outcome->last_on)
    g_string_append_printf (text, _ (", of %s"), first);
  else
    g_string_append_printf (text, _ (", from %s to %s"), first, last);
}

/**
 * gr_import_sentence_of_trial:
 *
 * Returns: "743,589 rows: 738,988 new, 4,601 bad", with the days they are of and the items they bring
 */
char *
gr_import_sentence_of_trial (const GrImportOutcome *outcome)
{
  g_autofree char *n_rows = gr_format_count (outcome->n_rows);
  g_autofree char *rows = g_strdup_printf (ngettext ("%s row", "%s rows", (gulong) outcome->n_rows), n_rows);
  g_autoptr (GString) parts = g_string_new (NULL);

  add_count (parts, ", ", outcome->n_new, _ ("new"));
  add_count (parts, ", ", outcome->n_changed, _ ("with changes"));
  add_count (parts, ", ", outcome->n_already_there, _ ("there already"));
  add_count (parts, ", ", outcome->n_repeated, _ ("in the file twice"));
  add_count (parts, ", ", outcome->n_bad, _ ("bad"));
  add_span (parts, outcome);
  if (outcome->n_items_created > 0) {
    g_autofree char *items = gr_format_count (outcome->n_items_created);

    g_string_append (parts, "; ");
    g_string_append_printf (parts,
        ngettext ("%s unknown item is created", "%s unknown items are created", (gulong) outcome->n_items_created),
        items);
  }
  return parts->len ? g_strdup_printf ("%s: %s.", rows, parts->str) : g_strdup_printf ("%s.", rows);
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
  g_autofree char *count = gr_format_count (n);
  GString *text = g_string_new (NULL);

  if (n == 0)
    return g_string_free (g_string_append (text, _ ("Nothing in the file was new")), FALSE);
  g_string_append_printf (text, ngettext ("%s row imported", "%s rows imported", (gulong) n), count);
  add_count (text, ", ", outcome->n_bad, _ ("bad left out"));
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
