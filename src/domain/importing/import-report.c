#include "import-report.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Reasons come from a short list, unless the caller writes values into them. */
#define MAX_REASONS 100

static void
free_fault (GrImportFault *fault)
{
  g_free (fault->field);
  g_free (fault->reason);
  g_free (fault->value);
  g_free (fault);
}

/**
 * gr_import_report_new:
 *
 * Returns: (transfer full): a report of no rows.
 */
GrImportReport *
gr_import_report_new (void)
{
  GrImportReport *report = g_new0 (GrImportReport, 1);

  report->faults = g_ptr_array_new_with_free_func ((GDestroyNotify) free_fault);
  report->reasons = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return report;
}

/**
 * gr_import_report_free:
 *
 * Counts from gr_import_report_reasons() must not be read after it: their texts belong to @report.
 */
void
gr_import_report_free (GrImportReport *report)
{
  if (report == NULL)
    return;
  g_free (report->file_name);
  g_free (report->sheet);
  g_free (report->checksum);
  g_ptr_array_unref (report->faults);
  g_hash_table_unref (report->reasons);
  g_free (report);
}

/**
 * gr_import_report_set_file:
 * @sheet: (nullable): the one that is read, where the file has sheets
 *
 * Says what the report is about.
 */
void
gr_import_report_set_file (GrImportReport *report, const char *file_name, const char *sheet)
{
  g_free (report->file_name);
  g_free (report->sheet);
  report->file_name = g_strdup (file_name);
  report->sheet = g_strdup (sheet);
}

static void
count_reason (GrImportReport *report, const char *reason)
{
  gsize n;

  if (!g_hash_table_contains (report->reasons, reason) && g_hash_table_size (report->reasons) >= MAX_REASONS)
    reason = _ ("other reasons");
  n = GPOINTER_TO_SIZE (g_hash_table_lookup (report->reasons, reason));
  g_hash_table_insert (report->reasons, g_strdup (reason), GSIZE_TO_POINTER (n + 1));
}

/**
 * gr_import_report_add:
 * @line: where in the file, from 1; 0 where no line is meant
 * @field: (nullable): which field, %NULL for the row as a whole
 * @reason: what is wrong, without the value: "is not a number"
 * @value: (nullable): what stands there
 *
 * Notes something wrong. Counts it by reason, and keeps it in full if it is among the first
 * %GR_IMPORT_REPORT_ROWS; it does not count the row, which may have several faults.
 */
void
gr_import_report_add (GrImportReport *report, guint64 line, const char *field, const char *reason, const char *value)
{
  GrImportFault *fault;
  glong length = value != NULL ? g_utf8_strlen (value, -1) : 0;

  count_reason (report, reason);
  if (report->faults->len >= GR_IMPORT_REPORT_ROWS)
    return;
  fault = g_new0 (GrImportFault, 1);
  fault->line = line;
  fault->field = g_strdup (field);
  fault->reason = g_strdup (reason);
  fault->value = length > 0 ? g_utf8_substring (value, 0, MIN (length, 80)) : NULL;
  g_ptr_array_add (report->faults, fault);
}

/**
 * gr_import_report_fault_text:
 *
 * Returns: (transfer full): "sales.csv:12: quantity: “abc” is not a number", with the sheet's name in brackets after
 *   the file's where it has one
 */
char *
gr_import_report_fault_text (const GrImportReport *report, const GrImportFault *fault)
{
  GString *text = g_string_new (report->file_name);

  if (report->sheet != NULL)
    g_string_append_printf (text, " (%s)", report->sheet);
  if (fault->line > 0)
    g_string_append_printf (text, ":%" G_GUINT64_FORMAT, fault->line);
  g_string_append (text, ": ");
  if (fault->field != NULL)
    g_string_append_printf (text, "%s: ", fault->field);
  if (fault->value != NULL)
    g_string_append_printf (text, _ ("“%s” "), fault->value);
  g_string_append (text, fault->reason);
  return g_string_free (text, FALSE);
}

/**
 * gr_import_report_summary:
 *
 * Returns: (transfer full): the counts in one line.
 */
char *
gr_import_report_summary (const GrImportReport *report)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s: %" G_GUINT64_FORMAT, _ ("Rows read"), report->n_rows);
  if (report->n_bad > 0)
    g_string_append_printf (text, "; %s: %" G_GUINT64_FORMAT, C_ ("rows", "Bad"), report->n_bad);
  if (report->n_rounded > 0)
    g_string_append_printf (text, "; %s: %" G_GUINT64_FORMAT, _ ("Prices rounded to four decimals"), report->n_rounded);
  return g_string_free (text, FALSE);
}

static int
compare_counts (gconstpointer a, gconstpointer b)
{
  const GrImportReasonCount *left = a, *right = b;

  if (left->n != right->n)
    return left->n > right->n ? -1 : 1;
  return strcmp (left->reason, right->reason);
}

/**
 * gr_import_report_reasons:
 *
 * Returns: (transfer full) (element-type GrImportReasonCount): how often each thing was wrong, the most frequent
 *   first; its texts belong to @report.
 */
GArray *
gr_import_report_reasons (const GrImportReport *report)
{
  GArray *counts = g_array_new (FALSE, FALSE, sizeof (GrImportReasonCount));
  GHashTableIter iter;
  gpointer reason, n;

  g_hash_table_iter_init (&iter, report->reasons);
  while (g_hash_table_iter_next (&iter, &reason, &n)) {
    GrImportReasonCount count = {reason, GPOINTER_TO_SIZE (n)};

    g_array_append_val (counts, count);
  }
  g_array_sort (counts, compare_counts);
  return counts;
}

/**
 * gr_import_report_to_text:
 *
 * Returns: (transfer full): the whole report for a terminal or a text file: faults, then counts.
 */
char *
gr_import_report_to_text (const GrImportReport *report)
{
  g_autoptr (GArray) counts = gr_import_report_reasons (report);
  g_autofree char *summary = gr_import_report_summary (report);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < report->faults->len; i++) {
    g_autofree char *line = gr_import_report_fault_text (report, g_ptr_array_index (report->faults, i));

    g_string_append_printf (text, "%s\n", line);
  }
  g_string_append_printf (text, "%s: %s\n", report->file_name, summary);
  for (guint i = 0; i < counts->len; i++) {
    const GrImportReasonCount *count = &g_array_index (counts, GrImportReasonCount, i);

    g_string_append_printf (text, "%8" G_GUINT64_FORMAT "  %s\n", count->n, count->reason);
  }
  return g_string_free (text, FALSE);
}
