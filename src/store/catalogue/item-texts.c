#include "item-texts.h"

#include "domain/base/text.h"
#include "store/file/query.h"

#include <string.h>

#define N_ORDERS (GR_ITEM_BY_DESCRIPTION + 1)

/* Where an item's texts begin in the heap: folded, then code, then description, each with its end. */
typedef struct {
  gint64 id;
  gsize at;
} Entry;

struct _GrItemTexts {
  GMutex mutex;
  GArray *entries;          /* Entry, by id */
  GString *heap;            /* old texts stay in it until it is made anew */
  gsize n_stale;            /* bytes of them */
  gint64 known;             /* the last change of the journal that is in; -1: nothing is */
  gboolean is_passing;      /* read inside a deed that may be abandoned */
  GArray *sorted[N_ORDERS]; /* (nullable): gint64 ids in order */
};

static gpointer
ref_texts (gpointer texts)
{
  return g_atomic_rc_box_acquire (texts);
}

static void
clear_texts (gpointer data)
{
  GrItemTexts *texts = data;

  g_array_unref (texts->entries);
  g_string_free (texts->heap, TRUE);
  for (int i = 0; i < N_ORDERS; i++)
    g_clear_pointer (&texts->sorted[i], g_array_unref);
  g_mutex_clear (&texts->mutex);
}

static void
unref_texts (gpointer texts)
{
  g_atomic_rc_box_release_full (texts, clear_texts);
}

static GrItemTexts *
texts_of (GrDatabase *database)
{
  static const char key[] = "item-texts";
  GrItemTexts *texts = gr_database_kept (database, key);

  if (texts == NULL) {
    texts = g_atomic_rc_box_new0 (GrItemTexts);
    g_mutex_init (&texts->mutex);
    texts->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
    texts->heap = g_string_new (NULL);
    texts->known = -1;
    gr_database_keep (database, key, texts, ref_texts, unref_texts);
  }
  return texts;
}

/**
 * gr_item_texts_prepare:
 *
 * Has the connections that are opened from this one share its texts. Nothing is read yet.
 */
void
gr_item_texts_prepare (GrDatabase *database)
{
  texts_of (database);
}

guint
gr_item_texts_n (const GrItemTexts *texts)
{
  return texts->entries->len;
}

gint64
gr_item_texts_id (const GrItemTexts *texts, guint i)
{
  return g_array_index (texts->entries, Entry, i).id;
}

const char *
gr_item_texts_folded (const GrItemTexts *texts, guint i)
{
  return texts->heap->str + g_array_index (texts->entries, Entry, i).at;
}

static const char *
code_of (const GrItemTexts *texts, const Entry *entry)
{
  const char *folded = texts->heap->str + entry->at;

  return folded + strlen (folded) + 1;
}

static const char *
text_of (const GrItemTexts *texts, const Entry *entry, GrItemOrder order)
{
  const char *code = code_of (texts, entry);

  return order == GR_ITEM_BY_CODE ? code : code + strlen (code) + 1;
}

static gsize
size_of (const GrItemTexts *texts, const Entry *entry)
{
  const char *description = text_of (texts, entry, GR_ITEM_BY_DESCRIPTION);

  return (gsize) (description + strlen (description) + 1 - (texts->heap->str + entry->at));
}

/* The first entry that is not below @id. */
static guint
find (const GrItemTexts *texts, gint64 id)
{
  guint from = 0, to = texts->entries->len;

  while (from < to) {
    guint middle = from + (to - from) / 2;

    if (gr_item_texts_id (texts, middle) < id)
      from = middle + 1;
    else
      to = middle;
  }
  return from;
}

static const Entry *
entry_of (const GrItemTexts *texts, gint64 id)
{
  return &g_array_index (texts->entries, Entry, find (texts, id));
}

/* Items of one description stand by their codes. */
static char *
key_of (const GrItemTexts *texts, gint64 id, GrItemOrder order)
{
  g_autofree char *own = gr_text_sort_key (text_of (texts, entry_of (texts, id), order));
  g_autofree char *code = NULL;

  if (order == GR_ITEM_BY_CODE)
    return g_steal_pointer (&own);
  code = gr_text_sort_key (code_of (texts, entry_of (texts, id)));
  return g_strconcat (own, "\x01", code, NULL);
}

static void
leave_order (GArray *sorted, gint64 id)
{
  for (guint i = 0; i < sorted->len; i++)
    if (g_array_index (sorted, gint64, i) == id) {
      g_array_remove_index (sorted, i);
      return;
    }
}

static void
join_order (const GrItemTexts *texts, GArray *sorted, gint64 id, GrItemOrder order)
{
  g_autofree char *key = key_of (texts, id, order);
  guint from = 0, to = sorted->len;

  while (from < to) {
    guint middle = from + (to - from) / 2;
    g_autofree char *other = key_of (texts, g_array_index (sorted, gint64, middle), order);

    if (strcmp (other, key) < 0)
      from = middle + 1;
    else
      to = middle;
  }
  g_array_insert_val (sorted, from, id);
}

static void
take_out (GrItemTexts *texts, gint64 id)
{
  guint i = find (texts, id);

  if (i == texts->entries->len || gr_item_texts_id (texts, i) != id)
    return;
  for (int order = 0; order < N_ORDERS; order++)
    if (texts->sorted[order] != NULL)
      leave_order (texts->sorted[order], id);
  texts->n_stale += size_of (texts, &g_array_index (texts->entries, Entry, i));
  g_array_remove_index (texts->entries, i);
}

static void
put_in (GrItemTexts *texts, gint64 id, const char *code, const char *description, const char *barcodes)
{
  g_autofree char *whole = g_strjoin ("\x1f", code, description, barcodes, NULL);
  g_autofree char *folded = gr_text_fold (whole);
  Entry entry = {id, texts->heap->len};

  g_string_append_len (texts->heap, folded, (gssize) strlen (folded) + 1);
  g_string_append_len (texts->heap, code, (gssize) strlen (code) + 1);
  g_string_append_len (texts->heap, description, (gssize) strlen (description) + 1);
  g_array_insert_val (texts->entries, find (texts, id), entry);
  for (int order = 0; order < N_ORDERS; order++)
    if (texts->sorted[order] != NULL)
      join_order (texts, texts->sorted[order], id, order);
}

static gboolean
put_rows (GrItemTexts *texts, GrQuery query, GError **error)
{
  while (gr_query_next (&query)) {
    const char *description = gr_query_text (&query, 2), *barcodes = gr_query_text (&query, 3);

    put_in (texts, gr_query_id (&query, 0), gr_query_text (&query, 1), description != NULL ? description : "",
        barcodes != NULL ? barcodes : "");
  }
  return gr_query_end (&query, error);
}

#define ROWS                                                                                                           \
  "SELECT i.id, i.code, i.description, (SELECT group_concat (b.code, char (31)) FROM barcode b "                       \
  "WHERE b.item_id = i.id) FROM item i "

static gboolean
read_all (GrItemTexts *texts, GrDatabase *database, gint64 last, GError **error)
{
  g_array_set_size (texts->entries, 0);
  g_string_truncate (texts->heap, 0);
  texts->n_stale = 0;
  for (int order = 0; order < N_ORDERS; order++)
    g_clear_pointer (&texts->sorted[order], g_array_unref);
  texts->known = -1;
  if (!put_rows (texts, gr_query (database, ROWS "ORDER BY i.id", ""), error))
    return FALSE;
  texts->known = last;
  return TRUE;
}

/* A barcode that went from one item to another changed both. */
#define CHANGED                                                                                                        \
  "SELECT cast (row_id AS INTEGER) AS id FROM deed_change WHERE id > ?1 AND table_name = 'item' "                      \
  "UNION SELECT before ->> '$.item_id' FROM deed_change WHERE id > ?1 AND table_name = 'barcode' "                     \
  "UNION SELECT after ->> '$.item_id' FROM deed_change WHERE id > ?1 AND table_name = 'barcode'"

static gboolean
read_changed (GrItemTexts *texts, GrDatabase *database, gint64 last, GError **error)
{
  GrQuery query = gr_query (database, "SELECT id FROM (" CHANGED ") WHERE id IS NOT NULL", "l", texts->known);

  while (gr_query_next (&query))
    take_out (texts, gr_query_id (&query, 0));
  if (!gr_query_end (&query, error) ||
      !put_rows (texts, gr_query (database, ROWS "WHERE i.id IN (" CHANGED ")", "l", texts->known), error)) {
    texts->known = -1;
    return FALSE;
  }
  texts->known = last;
  return TRUE;
}

/* Few changes are taken in one by one, many by reading all again. */
static gboolean
follow (GrItemTexts *texts, GrDatabase *database, GError **error)
{
  gint64 last = 0;
  gsize n = texts->entries->len;

  if (!gr_query_int64 (database, &last, error, "SELECT coalesce (max (id), 0) FROM deed_change", ""))
    return FALSE;
  if (texts->known < 0 || last - texts->known > (gint64) n / 16 + 64 || texts->n_stale > texts->heap->len / 2)
    return read_all (texts, database, last, error);
  return last <= texts->known || read_changed (texts, database, last, error);
}

/**
 * gr_item_texts_lock:
 *
 * Returns: (transfer none): the texts as of now, for one thread until gr_item_texts_unlock(). Inside a deed: as of
 * before it, since it may be abandoned.
 */
GrItemTexts *
gr_item_texts_lock (GrDatabase *database, GError **error)
{
  GrItemTexts *texts = texts_of (database);
  gboolean is_inside = gr_database_in_transaction (database);

  g_mutex_lock (&texts->mutex);
  if (is_inside && texts->known >= 0)
    return texts;
  if (follow (texts, database, error)) {
    texts->is_passing = is_inside;
    return texts;
  }
  g_mutex_unlock (&texts->mutex);
  return NULL;
}

void
gr_item_texts_unlock (GrItemTexts *texts)
{
  if (texts->is_passing)
    texts->known = -1;
  texts->is_passing = FALSE;
  g_mutex_unlock (&texts->mutex);
}

typedef struct {
  char *key;
  gint64 id;
} Keyed;

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  return strcmp (((const Keyed *) a)->key, ((const Keyed *) b)->key);
}

static void
clear_key (gpointer keyed)
{
  g_free (((Keyed *) keyed)->key);
}

static void
sort (GrItemTexts *texts, GrItemOrder order)
{
  g_autoptr (GArray) keyed = g_array_sized_new (FALSE, FALSE, sizeof (Keyed), texts->entries->len);

  g_array_set_clear_func (keyed, clear_key);
  for (guint i = 0; i < texts->entries->len; i++) {
    gint64 id = gr_item_texts_id (texts, i);
    Keyed one = {key_of (texts, id, order), id};

    g_array_append_val (keyed, one);
  }
  g_array_sort (keyed, compare_keys);
  texts->sorted[order] = g_array_sized_new (FALSE, FALSE, sizeof (gint64), keyed->len);
  for (guint i = 0; i < keyed->len; i++)
    g_array_append_val (texts->sorted[order], g_array_index (keyed, Keyed, i).id);
}

static gboolean
is_blank (const char *text)
{
  return text[strspn (text, GR_ITEM_TEXT_BLANKS)] == '\0';
}

/**
 * gr_item_texts_ranks:
 *
 * Returns: (transfer full): see gr_item_finder_ranks()
 */
GArray *
gr_item_texts_ranks (GrItemTexts *texts, GrItemOrder order)
{
  guint n = texts->entries->len;
  gint64 last = n > 0 ? gr_item_texts_id (texts, n - 1) : 0;
  GArray *ranks = g_array_sized_new (FALSE, FALSE, sizeof (guint32), (guint) last + 1);

  if (texts->sorted[order] == NULL)
    sort (texts, order);
  g_array_set_size (ranks, (guint) last + 1);
  memset (ranks->data, 0xff, ((gsize) last + 1) * sizeof (guint32));
  for (guint i = 0; i < n; i++) {
    gint64 id = g_array_index (texts->sorted[order], gint64, i);

    if (!is_blank (text_of (texts, entry_of (texts, id), order)))
      g_array_index (ranks, guint32, id) = i;
  }
  return ranks;
}
