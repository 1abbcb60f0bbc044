#include "import-rows.h"

#include "importer.h"

#include "shop/base/shop-deed.h"

#include "domain/base/error.h"
#include "store/journal/deed-book.h"
#include "store/sales/imported-file-store.h"
#include "store/catalogue/item-store.h"

#include <glib/gi18n-lib.h>

/* How much of the time goes into reading the file; the rest is for adding up what it said. */
#define READING_SHARE 0.75

static const GrImporter *const importers[] = {
    [GR_IMPORT_ITEMS] = &gr_items_importer,
    [GR_IMPORT_SUPPLIERS] = &gr_suppliers_importer,
    [GR_IMPORT_STOCK] = &gr_stock_importer,
    [GR_IMPORT_SALES] = &gr_sales_importer,
};

static gboolean
learn_items (GrImportRun *run, GError **error)
{
  g_autoptr (GrItemSet) all = gr_item_set_new_all();
  g_autoptr (GPtrArray) items = gr_item_store_list (run->database, all, error);

  if (items == NULL)
    return FALSE;
  for (guint i = 0; i < items->len; i++) {
    const GrItem *item = items->pdata[i];

    gr_import_learn_item (run, item->code, item->id);
  }
  return TRUE;
}

/* The same content again: refused with a sentence, unless it is meant; then it is only said. */
static gboolean
notice_repetition (
    GrImportRun *run, const GrImportTable *table, const GrImportReport *report, char **notice, GError **error)
{
  g_autoptr (GrImportedFile) earlier = NULL;
  g_autoptr (GDateTime) when = NULL;
  g_autofree char *day = NULL;

  if (!gr_imported_file_store_find (run->database, table->id, report->checksum, &earlier, error))
    return FALSE;
  if (earlier == NULL)
    return TRUE;
  run->outcome->imported_before_at = earlier->done_at;
  when = g_date_time_new_from_unix_local (earlier->done_at / G_USEC_PER_SEC);
  day = g_date_time_format (when, "%Y-%m-%d");
  if (run->choices->again || run->choices->dry_run) {
    *notice = g_strdup_printf (_ ("this file was already imported on %s"), day);
    return TRUE;
  }
  g_set_error (error, GR_ERROR, GR_ERROR_EXISTS, _ ("%s was already imported on %s (as %s): nothing was imported now"),
      report->file_name, day, earlier->name);
  return FALSE;
}

static gboolean
refuse_bad_rows (const GrImportRun *run, const GrImportReport *report, GError **error)
{
  gulong n_bad = (gulong) report->n_bad;

  if (report->n_bad == 0 || run->choices->skip_bad || run->choices->dry_run)
    return TRUE;
  g_set_error (error, GR_ERROR, GR_ERROR_REFUSED,
      ngettext ("%lu row of %s is bad; nothing was imported", "%lu rows of %s are bad; nothing was imported", n_bad),
      n_bad, report->file_name);
  return FALSE;
}

static gboolean
remember_file (GrImportRun *run, const GrImportTable *table, const GrImportReport *report, GError **error)
{
  GrImportedFile file = {.kind = (char *) table->id,
      .name = report->file_name,
      .sha256 = report->checksum,
      .n_rows = (gint64) report->n_good};

  return report->checksum == NULL || gr_imported_file_store_add (run->database, &file, error);
}

/* A part of the whole work, seen as work of its own. */
typedef struct {
  const GrProgress *whole;
  double from, to;
} Part;

static void
report_part_cb (const char *what, double fraction, gpointer data)
{
  const Part *part = data;

  part->whole->report (what, fraction < 0 ? -1 : part->from + fraction * (part->to - part->from), part->whole->data);
}

static GrProgress
progress_of (Part *part)
{
  if (part->whole == NULL)
    return (GrProgress){NULL, NULL, NULL};
  return (GrProgress){part->whole->report != NULL ? report_part_cb : NULL, part, part->whole->cancellable};
}

static gboolean
read_file (GrImportRun *run, const GrImporter *importer, GrImportFile *file, GrImportReport *report, GError **error)
{
  Part part = {run->progress, 0, READING_SHARE};
  GrProgress progress = progress_of (&part);

  return gr_import_file_read (file, importer->take, run, report, &progress, error);
}

static gboolean
finish_rows (GrImportRun *run, const GrImporter *importer, GError **error)
{
  const GrProgress *whole = run->progress;
  Part part = {whole, READING_SHARE, 1};
  GrProgress progress = progress_of (&part);
  gboolean is_done;

  run->progress = &progress;
  is_done = importer->finish (run, error);
  run->progress = whole;
  return is_done;
}

static gboolean
read_rows (GrImportRun *run, const GrImporter *importer, GrImportFile *file, GrImportReport *report, char **notice,
    GError **error)
{
  const GrImportTable *table = gr_import_file_layout (file)->table;

  if (!importer->begin (run, error) || !read_file (run, importer, file, report, error) ||
      !refuse_bad_rows (run, report, error))
    return FALSE;
  if (report->checksum != NULL && !notice_repetition (run, table, report, notice, error))
    return FALSE;
  if (!finish_rows (run, importer, error))
    return FALSE;
  run->outcome->n_rows = (gint64) report->n_rows;
  run->outcome->n_bad = (gint64) report->n_bad;
  return remember_file (run, table, report, error) && gr_progress_report (run->progress, _ ("Saving"), 1, error);
}

/* "New: 12" behind what is there, where there are any. */
static void
add_count (GString *text, gint64 n, const char *label)
{
  if (n > 0)
    g_string_append_printf (text, "%s%s: %" G_GINT64_FORMAT, text->len > 0 ? "; " : "", label, n);
}

static void
add_span (GString *text, const GrImportOutcome *outcome)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (outcome->first_on == GR_DATE_NONE)
    return;
  first = gr_date_format (outcome->first_on);
  last = gr_date_format (outcome->last_on);
  g_string_append (text, text->len > 0 ? "; " : "");
  g_string_append_printf (text, /* Translators: from, to */ _ ("%s to %s"), first, last);
}

/* What came of it, for a person, in one line. */
static char *
describe (const GrImportRun *run, const char *notice)
{
  const GrImportOutcome *outcome = run->outcome;
  GString *text = g_string_new (NULL);

  add_count (text, outcome->n_new, C_ ("rows", "New"));
  add_count (text, outcome->n_changed, C_ ("rows", "Changed"));
  add_count (text, outcome->n_already_there, C_ ("rows", "Already in the shop"));
  add_count (text, outcome->n_repeated, _ ("Twice in the file (the later row counts)"));
  add_count (text, outcome->n_bad, C_ ("rows", "Bad"));
  add_span (text, outcome);
  add_count (text, outcome->n_items_created, _ ("Items created"));
  add_count (text, run->n_not_stocked, _ ("Items without stock (no digit in the code)"));
  add_count (text, outcome->n_moves, _ ("Stock changes"));
  if (text->len == 0)
    g_string_append (text, _ ("No rows"));
  if (notice != NULL)
    g_string_append_printf (text, "; %s", notice);
  if (run->choices->dry_run)
    g_string_append_printf (text, " %s", _ ("(Test run: nothing was saved.)"));
  return g_string_free (text, FALSE);
}

static gboolean
run_import (GrImportRun *run, const GrImporter *importer, GrImportFile *file, GrImportReport *report, GError **error)
{
  GrImportOutcome *outcome = run->outcome;
  g_autofree char *notice = NULL;
  g_autofree char *title = NULL;
  gboolean is_good = learn_items (run, error) && read_rows (run, importer, file, report, &notice, error);

  importer->end (run);
  if (is_good && outcome->n_new + outcome->n_changed > 0 && !run->choices->dry_run) {
    title = importer->title (outcome);
    is_good = gr_deed_set_title (run->database, title, error) &&
              gr_deed_book_current (run->database, &outcome->deed_id, error);
    is_good = gr_shop_end_deed (run->shop, is_good, run->progress, error);
  } else {
    gr_deed_abandon (run->database);
  }
  if (is_good)
    outcome->sentence = describe (run, notice);
  return is_good;
}

/**
 * gr_shop_import:
 * @session: its columns assigned
 * @report: filled with what was wrong, row by row, also where the import as a whole fails
 * @outcome: (out): what was done; cleared with gr_import_outcome_clear()
 * @error: %GR_ERROR_REFUSED for bad rows, %GR_ERROR_EXISTS for content that was imported before
 *
 * Brings the rows of a file into the shop: one deed, taken back by one undo. A file that holds nothing new leaves no
 * deed. O(rows); meant for gr_shop_run_async() where files are large.
 */
gboolean
gr_shop_import (GrShop *shop, GrImportSession *session, const GrImportChoices *choices, GrImportReport *report,
    GrImportOutcome *outcome, const GrProgress *progress, GError **error)
{
  const GrImporter *importer = importers[gr_import_session_layout (session)->table->kind];
  GrImportRun run = {shop, gr_shop_database (shop), gr_shop_today (shop), choices, outcome, progress};
  gboolean is_good;

  *outcome = (GrImportOutcome){.first_on = GR_DATE_NONE, .last_on = GR_DATE_NONE};
  if (!gr_import_file_check (session, error))
    return FALSE;
  if (!gr_shop_begin_deed (shop, importer->deed_kind, NULL, error))
    return FALSE;
  run.items = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  run.created = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) gr_item_free);
  is_good = run_import (&run, importer, session, report, error);
  g_hash_table_unref (run.items);
  g_hash_table_unref (run.created);
  return is_good;
}
