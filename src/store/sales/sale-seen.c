#include "sale-seen.h"

#include "store/file/query.h"

#include <string.h>

/* How many lines of a key are in the file, and how many this import has shown so far. */
typedef struct {
  guint64 key; /* 0 is free */
  guint32 n_saved;
  guint32 n_shown;
} Slot;

/* Days are read when the first line of them comes, so a month's file costs a month however long the history is. */
struct _GrSaleSeen {
  GrDatabase *database;
  GHashTable *days; /* GrDate: nothing */
  Slot *slots;
  gsize n_slots;
  gsize n_used;
};

GrSaleSeen *
gr_sale_seen_new (GrDatabase *database)
{
  GrSaleSeen *seen = g_new0 (GrSaleSeen, 1);

  seen->database = database;
  seen->days = g_hash_table_new (NULL, NULL);
  seen->n_slots = 1024;
  seen->slots = g_new0 (Slot, seen->n_slots);
  return seen;
}

void
gr_sale_seen_free (GrSaleSeen *seen)
{
  if (seen == NULL)
    return;
  g_hash_table_unref (seen->days);
  g_free (seen->slots);
  g_free (seen);
}

/* The finaliser of SplitMix64: Steele, Lea, Flood, OOPSLA 2014. */
static guint64
mix (guint64 hash, guint64 value)
{
  hash = (hash ^ value) + 0x9e3779b97f4a7c15u;
  hash = (hash ^ hash >> 30) * 0xbf58476d1ce4e5b9u;
  hash = (hash ^ hash >> 27) * 0x94d049bb133111ebu;
  return hash ^ hash >> 31;
}

static guint64
mix_text (guint64 hash, const char *text)
{
  gsize left = text != NULL ? strlen (text) : 0;

  hash = mix (hash, left);
  while (left > 0) {
    guint64 word = 0;
    gsize n = MIN (left, sizeof word);

    memcpy (&word, text, n);
    hash = mix (hash, word);
    text += n;
    left -= n;
  }
  return hash;
}

/* 64 bits: among ten million lines two different ones meet with a chance of 3 in a million. */
static guint64
key_of (const GrSaleLine *line)
{
  guint64 hash = mix_text (0, line->invoice);

  if (line->line != 0 && line->invoice != NULL)
    return mix (hash, (guint64) line->line) | 1;
  hash = mix (hash, (guint64) line->item_id);
  hash = mix (hash, (guint64) line->sold_on);
  hash = mix (hash, (guint64) line->qty);
  return mix (hash, (guint64) line->unit_price) | 1;
}

static Slot *
find_slot (const Slot *slots, gsize n_slots, guint64 key)
{
  gsize i = (gsize) (key >> 20) & (n_slots - 1);

  while (slots[i].key != 0 && slots[i].key != key)
    i = (i + 1) & (n_slots - 1);
  return (Slot *) &slots[i];
}

static void
grow (GrSaleSeen *seen)
{
  gsize n_slots = seen->n_slots * 2;
  Slot *slots = g_new0 (Slot, n_slots);

  for (gsize i = 0; i < seen->n_slots; i++)
    if (seen->slots[i].key != 0)
      *find_slot (slots, n_slots, seen->slots[i].key) = seen->slots[i];
  g_free (seen->slots);
  seen->slots = slots;
  seen->n_slots = n_slots;
}

static Slot *
find_or_add (GrSaleSeen *seen, guint64 key)
{
  Slot *slot;

  if (seen->n_used * 2 >= seen->n_slots)
    grow (seen);
  slot = find_slot (seen->slots, seen->n_slots, key);
  if (slot->key == 0) {
    slot->key = key;
    seen->n_used++;
  }
  return slot;
}

static gboolean
read_day (GrSaleSeen *seen, GrDate day, GError **error)
{
  GrQuery query = gr_query (seen->database,
      "SELECT s.item_id, s.qty, s.unit_price, s.invoice, s.line FROM sale_line s "
      "JOIN sale_batch b ON b.id = s.batch_id WHERE s.sold_on = ?1",
      "D", day);

  while (gr_query_next (&query)) {
    GrSaleLine line = {.item_id = gr_query_id (&query, 0),
        .sold_on = day,
        .qty = gr_query_id (&query, 1),
        .unit_price = gr_query_id (&query, 2),
        .invoice = gr_query_text (&query, 3),
        .line = gr_query_int (&query, 4)};

    find_or_add (seen, key_of (&line))->n_saved++;
  }
  return gr_query_end (&query, error);
}

/**
 * gr_sale_seen_check:
 * @is_duplicate: (out): whether @line is in the file already, or came twice under one number
 *
 * O(1), and once for each day the lines of that day.
 */
gboolean
gr_sale_seen_check (GrSaleSeen *seen, const GrSaleLine *line, gboolean *is_duplicate, GError **error)
{
  gboolean is_numbered = line->line != 0 && line->invoice != NULL;
  guint64 key = key_of (line);
  Slot *slot;

  if (g_hash_table_add (seen->days, GINT_TO_POINTER (line->sold_on)) && !read_day (seen, line->sold_on, error))
    return FALSE;
  slot = find_slot (seen->slots, seen->n_slots, key);
  if (slot->key == 0 && !is_numbered) {
    *is_duplicate = FALSE;
    return TRUE;
  }
  slot = find_or_add (seen, key);
  slot->n_shown++;
  *is_duplicate = is_numbered ? slot->n_saved > 0 || slot->n_shown > 1 : slot->n_shown <= slot->n_saved;
  return TRUE;
}
