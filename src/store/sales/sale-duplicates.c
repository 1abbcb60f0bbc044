#include "sale-duplicates.h"

#include "store/file/query.h"

#include <string.h>

/* How many lines of a key are in the file, and how many this import has shown so far. */
typedef struct {
  guint64 key; /* 0 is free */
  guint32 n_saved;
  guint32 n_shown;
} Slot;

/* Days are read when the first line of them comes, so a month's file costs a month however long the history is. */
struct _GrSaleDuplicates {
  GrDatabase *database;
  GHashTable *days; /* GrDate: nothing */
  Slot *slots;
  gsize n_slots;
  gsize n_used;
};

GrSaleDuplicates *
gr_sale_duplicates_new (GrDatabase *database)
{
  GrSaleDuplicates *self = g_new0 (GrSaleDuplicates, 1);

  self->database = database;
  self->days = g_hash_table_new (NULL, NULL);
  self->n_slots = 1024;
  self->slots = g_new0 (Slot, self->n_slots);
  return self;
}

void
gr_sale_duplicates_free (GrSaleDuplicates *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->days);
  g_free (self->slots);
  g_free (self);
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
grow (GrSaleDuplicates *self)
{
  gsize n_slots = self->n_slots * 2;
  Slot *slots = g_new0 (Slot, n_slots);

  for (gsize i = 0; i < self->n_slots; i++)
    if (self->slots[i].key != 0)
      *find_slot (slots, n_slots, self->slots[i].key) = self->slots[i];
  g_free (self->slots);
  self->slots = slots;
  self->n_slots = n_slots;
}

static Slot *
find_or_add (GrSaleDuplicates *self, guint64 key)
{
  Slot *slot;

  if (self->n_used * 2 >= self->n_slots)
    grow (self);
  slot = find_slot (self->slots, self->n_slots, key);
  if (slot->key == 0) {
    slot->key = key;
    self->n_used++;
  }
  return slot;
}

static gboolean
read_day (GrSaleDuplicates *self, GrDate day, GError **error)
{
  GrQuery query = gr_query (self->database,
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

    find_or_add (self, key_of (&line))->n_saved++;
  }
  return gr_query_end (&query, error);
}

/**
 * gr_sale_duplicates_check:
 * @is_duplicate: (out): whether @line is in the file already, or came twice under one number
 *
 * O(1), and once for each day the lines of that day.
 */
gboolean
gr_sale_duplicates_check (GrSaleDuplicates *self, const GrSaleLine *line, gboolean *is_duplicate, GError **error)
{
  gboolean is_numbered = line->line != 0 && line->invoice != NULL;
  guint64 key = key_of (line);
  Slot *slot;

  if (g_hash_table_add (self->days, GINT_TO_POINTER (line->sold_on)) && !read_day (self, line->sold_on, error))
    return FALSE;
  slot = find_slot (self->slots, self->n_slots, key);
  if (slot->key == 0 && !is_numbered) {
    *is_duplicate = FALSE;
    return TRUE;
  }
  slot = find_or_add (self, key);
  slot->n_shown++;
  *is_duplicate = is_numbered ? slot->n_saved > 0 || slot->n_shown > 1 : slot->n_shown <= slot->n_saved;
  return TRUE;
}
