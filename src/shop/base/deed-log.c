#include "deed-log.h"

#include "shop-private.h"

#include "domain/base/text.h"

#include <string.h>

#define BATCH 500

/* Whether each of @words stands in what was done or in who did it. */
static gboolean
has_words (const GrDeed *deed, char **words)
{
  g_autofree char *whole = g_strjoin (" ", deed->title, deed->who, NULL);
  g_autofree char *text = gr_text_fold (whole);

  for (; *words != NULL; words++)
    if (strstr (text, *words) == NULL)
      return FALSE;
  return TRUE;
}

/**
 * gr_shop_deeds:
 * @words: (nullable): what is looked for, in any case, in the language in which it is shown
 * @before_id: the last id of the page before this one, or 0 for the newest
 *
 * Returns: (transfer full) (element-type GrDeed): at most @limit deeds, newest first. O(limit), and with @words O(all
 *   deeds): a job then.
 */
GPtrArray *
gr_shop_deeds (GrShop *shop, const char *words, gint64 before_id, int limit, GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) gr_deed_free);
  g_autofree char *folded = gr_text_fold (words != NULL ? words : "");
  g_auto (GStrv) list = g_strsplit_set (g_strstrip (folded), " \t", -1);
  guint n_read;

  if (list[0] == NULL)
    return gr_deed_list (gr_shop_database (shop), before_id, limit, error);
  do {
    g_autoptr (GPtrArray) batch = gr_deed_list (gr_shop_database (shop), before_id, BATCH, error);

    if (batch == NULL)
      return NULL;
    n_read = batch->len;
    g_ptr_array_set_free_func (batch, NULL);
    for (guint i = 0; i < batch->len; i++) {
      GrDeed *deed = batch->pdata[i];

      before_id = deed->id;
      if (found->len < (guint) limit && has_words (deed, list))
        g_ptr_array_add (found, deed);
      else
        gr_deed_free (deed);
    }
  } while (n_read == BATCH && found->len < (guint) limit);
  return g_steal_pointer (&found);
}

GPtrArray *
gr_shop_item_history (GrShop *shop, gint64 item_id, GError **error)
{
  return gr_deed_row_history (gr_shop_database (shop), "item", item_id, error);
}
