#include "undo-rows.h"

#include "deed-book.h"
#include "domain/base/error.h"
#include "noun-table.h"
#include "row-image.h"
#include "store/file/query.h"

#include <glib/gi18n-lib.h>

typedef struct {
  gint64 id;
  const char *table;
  const char *row_id;
  const char *before; /* (nullable) */
  const char *after;  /* (nullable) */
} Change;

static gboolean
fail_conflict (GrDatabase *database, const GrDeed *deed, const Change *change, GError **error)
{
  g_autofree char *what = gr_noun_table_describe (database, gr_noun_table_find (change->table), change->row_id,
      change->after != NULL ? change->after : change->before);
  GrQuery query = gr_query (database,
      "SELECT deed_title (d.title, d.done_on) FROM deed_change c JOIN deed d ON d.id = c.deed_id "
      "WHERE c.table_name = ?1 AND c.row_id = ?2 AND c.deed_id > ?3 "
      "AND c.deed_id <> (SELECT deed_id FROM open_deed) ORDER BY c.id DESC LIMIT 1",
      "ttl", change->table, change->row_id, deed->id);

  if (gr_query_next (&query))
    g_set_error (error, GR_ERROR, GR_ERROR_CONFLICT, _ ("“%s” can’t be undone. Changed since: %s (by “%s”)."),
        deed->title, what, gr_query_text (&query, 0));
  else
    g_set_error (error, GR_ERROR, GR_ERROR_CONFLICT, _ ("“%s” can’t be undone. Changed since: %s."), deed->title, what);
  gr_query_end (&query, NULL);
  return FALSE;
}

/*
 * Columns that came after the deed are not in its images. They may have been set since, and would go with the row:
 * each has to be as it was when a later change of the row first saw it.
 */
static const char later_sql[] =
    "SELECT count (*) FROM (SELECT k.key AS key, k.value AS value, min (c.id) FROM deed_change c, json_each (c.before) "
    "k "
    "WHERE c.table_name = ?1 AND c.row_id = ?2 AND c.id > ?3 AND k.key NOT IN (SELECT key FROM json_each (?4)) "
    "GROUP BY k.key) first JOIN json_each (?5) now ON now.key = first.key WHERE now.value IS NOT first.value";

static gboolean
has_more (GrDatabase *database, const GrRowImage *image, const Change *change, gint64 *n_changed, GError **error)
{
  GrQuery query = gr_query (database, image->read, "t", change->row_id);
  g_autofree char *now = gr_query_next (&query) ? gr_query_dup_text (&query, 0) : NULL;

  return gr_query_end (&query, error) && gr_query_int64 (database, n_changed, error, later_sql, "ttltt", change->table,
                                             change->row_id, change->id, change->after, now);
}

/* Whether the row is as the deed left it, as far as its images know. */
static gboolean
is_as_left (GrDatabase *database, const GrRowImage *image, const Change *change, gboolean *is_same, GError **error)
{
  gint64 found = 0, n_changed = 0;
  gboolean is_read = change->after != NULL
                         ? gr_query_int64 (database, &found, error, image->is_as, "t", change->after)
                         : gr_query_int64 (database, &found, error, image->exists, "t", change->row_id);

  if (!is_read)
    return FALSE;
  *is_same = (found != 0) == (change->after != NULL);
  if (*is_same && change->before == NULL && !image->is_whole) {
    if (!has_more (database, image, change, &n_changed, error))
      return FALSE;
    *is_same = n_changed == 0;
  }
  return TRUE;
}

static gboolean
put_back (GrDatabase *database, const GrRowImage *image, const Change *change, GError **error)
{
  if (change->before == NULL)
    return gr_query_run (database, error, image->remove, "t", change->row_id);
  return gr_query_run (database, error, change->after == NULL ? image->insert : image->overwrite, "t", change->before);
}

static gboolean
undo_one (GrDatabase *database, const GrDeed *deed, GrRowImages *images, const Change *change, GError **error)
{
  const GrRowImage *image =
      gr_row_images_find (images, change->table, change->before != NULL ? change->before : change->after, error);
  gboolean is_same;

  if (image == NULL || !is_as_left (database, image, change, &is_same, error))
    return FALSE;
  return is_same ? put_back (database, image, change, error) : fail_conflict (database, deed, change, error);
}

/* A row that went with its parent (a barcode added since, say) would be one change more than the deed had. */
static gboolean
check_count (GrDatabase *database, const GrDeed *deed, gint64 n_expected, GError **error)
{
  gint64 n_booked = 0;

  if (!gr_query_int64 (database, &n_booked, error,
          "SELECT count (*) FROM deed_change WHERE deed_id = (SELECT deed_id FROM open_deed)", ""))
    return FALSE;
  if (n_booked != n_expected)
    g_set_error (error, GR_ERROR, GR_ERROR_CONFLICT,
        _ ("“%s” can’t be undone on its own: a later change depends on it."), deed->title);
  return n_booked == n_expected;
}

/**
 * gr_undo_rows:
 *
 * Puts all rows that @deed changed back as they were before, last change first. A row is compared with its image, and
 * put back from it, by the keys that the image holds: the deed may be older than the table's newest columns. Fails with
 * %GR_ERROR_CONFLICT where one is not as the deed left it.
 */
gboolean
gr_undo_rows (GrDatabase *database, const GrDeed *deed, GError **error)
{
  g_autoptr (GrRowImages) images = gr_row_images_new (database);
  gint64 n_changes = 0;
  gboolean is_fine = TRUE;
  GrQuery query = gr_query (database,
      "SELECT id, table_name, row_id, before, after FROM deed_change WHERE deed_id = ?1 ORDER BY id DESC", "l",
      deed->id);

  while (is_fine && gr_query_next (&query)) {
    Change change = {gr_query_id (&query, 0), gr_query_text (&query, 1), gr_query_text (&query, 2),
        gr_query_text (&query, 3), gr_query_text (&query, 4)};

    is_fine = undo_one (database, deed, images, &change, error);
    n_changes++;
  }
  return gr_query_end (&query, is_fine ? error : NULL) && is_fine && check_count (database, deed, n_changes, error);
}
