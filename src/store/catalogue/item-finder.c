#include "item-finder.h"

#include "domain/base/text.h"

#include <string.h>

#define SHORTEST_SLIP 4 /* letters of a word that may have one wrong: with fewer all would be near all */
#define LONGEST_WORD  128

/* By the items' ids: a bit for each. */
struct _GrFoundItems {
  GByteArray *bits;
  gboolean is_similar;
};

static void
add (GrFoundItems *found, gint64 item_id)
{
  guint byte = (guint) (item_id / 8);

  if (byte >= found->bits->len) {
    guint before = found->bits->len;

    g_byte_array_set_size (found->bits, byte + 1);
    memset (found->bits->data + before, 0, byte + 1 - before);
  }
  found->bits->data[byte] |= (guint8) (1 << (item_id % 8));
}

/**
 * gr_found_items_has:
 * @found: (nullable): %NULL where nothing was looked for, so that all are found
 */
gboolean
gr_found_items_has (const GrFoundItems *found, gint64 item_id)
{
  guint byte = (guint) (item_id / 8);

  return found == NULL || (byte < found->bits->len && (found->bits->data[byte] & (1 << (item_id % 8))) != 0);
}

/**
 * gr_found_items_is_similar:
 *
 * Returns: whether nothing was written as it was typed, and these are but for one slip
 */
gboolean
gr_found_items_is_similar (const GrFoundItems *found)
{
  return found != NULL && found->is_similar;
}

void
gr_found_items_free (GrFoundItems *found)
{
  if (found == NULL)
    return;
  g_byte_array_unref (found->bits);
  g_free (found);
}

static gboolean
has_all (const char *text, char **words)
{
  for (; *words != NULL; words++)
    if (strstr (text, *words) == NULL)
      return FALSE;
  return TRUE;
}

/* Rules most words out at once: one slip leaves one of the first two letters where it was, or moves it by one. */
static gboolean
may_be_near (const char *text, const char *word)
{
  if (((text[0] | text[1] | word[0] | word[1]) & 0x80) != 0)
    return TRUE;
  return text[0] == word[0] || text[0] == word[1] || text[1] == word[0] || text[1] == word[1];
}

/* Whether some word of @text begins with @word but for one slip. */
static gboolean
has_near (const char *text, const char *word)
{
  if (strstr (text, word) != NULL)
    return TRUE;
  if (g_utf8_strlen (word, -1) < SHORTEST_SLIP)
    return FALSE;
  for (const char *at = text; *at != '\0';) {
    gsize length = strcspn (at, GR_ITEM_TEXT_BLANKS);
    char own[LONGEST_WORD];

    if (length > 0 && may_be_near (at, word)) {
      g_strlcpy (own, at, MIN (length + 1, sizeof own));
      if (gr_text_is_near (own, word))
        return TRUE;
    }
    at += length;
    at += strspn (at, GR_ITEM_TEXT_BLANKS);
  }
  return FALSE;
}

static gboolean
has_all_near (const char *text, char **words)
{
  for (; *words != NULL; words++)
    if (!has_near (text, *words))
      return FALSE;
  return TRUE;
}

static gboolean
collect (GrFoundItems *found, const GrItemTexts *texts, char **words, gboolean (*matches) (const char *, char **))
{
  gboolean is_any = FALSE;

  for (guint i = 0; i < gr_item_texts_n (texts); i++)
    if (matches (gr_item_texts_folded (texts, i), words)) {
      add (found, gr_item_texts_id (texts, i));
      is_any = TRUE;
    }
  return is_any;
}

static char **
split (const char *text)
{
  g_autofree char *folded = gr_text_fold (text);
  g_auto (GStrv) parts = g_strsplit_set (folded, GR_ITEM_TEXT_BLANKS, -1);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new();

  for (guint i = 0; parts[i] != NULL; i++)
    if (parts[i][0] != '\0')
      g_strv_builder_add (words, parts[i]);
  return g_strv_builder_end (words);
}

/**
 * gr_item_finder_prepare:
 *
 * Has the connections that are opened from this one find in one and the same memory.
 */
void
gr_item_finder_prepare (GrDatabase *database)
{
  gr_item_texts_prepare (database);
}

/**
 * gr_item_finder_find:
 * @words: (nullable): what was typed
 *
 * Finds the items whose code, description or barcodes hold each of @words, whatever their case and accents; where there
 * are none, those for which one slip a word is forgiven.
 *
 * Returns: (nullable): %NULL with @error unset where there are no words, so that all are found. O(all text): 100,000
 *   items in some milliseconds. The first time, and after many changes, it reads the items, which takes longer: for a
 *   thread.
 */
GrFoundItems *
gr_item_finder_find (GrDatabase *database, const char *words, GError **error)
{
  g_auto (GStrv) list = split (words != NULL ? words : "");
  g_autoptr (GrFoundItems) found = NULL;
  GrItemTexts *texts;

  if (list[0] == NULL)
    return NULL;
  texts = gr_item_texts_lock (database, error);
  if (texts == NULL)
    return NULL;
  found = g_new0 (GrFoundItems, 1);
  found->bits = g_byte_array_new();
  if (!collect (found, texts, list, has_all))
    found->is_similar = collect (found, texts, list, has_all_near);
  gr_item_texts_unlock (texts);
  return g_steal_pointer (&found);
}

/**
 * gr_item_finder_ranks:
 *
 * Returns: (transfer full) (element-type guint32): by an item's id, how many items come before it where the locale's
 *   rules order them, numbers by value; G_MAXUINT32 for what has no such text or came since. Read as a whole once,
 *   O(items log items); after that O(items).
 */
GArray *
gr_item_finder_ranks (GrDatabase *database, GrItemOrder order, GError **error)
{
  GrItemTexts *texts = gr_item_texts_lock (database, error);
  GArray *ranks;

  if (texts == NULL)
    return NULL;
  ranks = gr_item_texts_ranks (texts, order);
  gr_item_texts_unlock (texts);
  return ranks;
}
