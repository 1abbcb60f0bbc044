#include "shop-deed.h"

#include "after-deed.h"
#include "catch-up.h"

GrDeedHead
gr_shop_deed_head (GrShop *shop, const char *kind, const char *title)
{
  return (GrDeedHead){kind, title, g_get_user_name(), gr_clock_now (gr_shop_clock (shop)), gr_shop_today (shop)};
}

gboolean
gr_shop_begin_deed (GrShop *shop, const char *kind, const char *title, GError **error)
{
  GrDeedHead head = gr_shop_deed_head (shop, kind, title);

  return gr_deed_begin (gr_shop_database (shop), &head, error);
}

/* What becomes of the open deed is known to be this program's before anybody can see it. */
static gboolean
finish (GrShop *shop, GrNouns *nouns, GError **error)
{
  GrDatabase *database = gr_shop_database (shop);
  GrOwnDeeds *own = gr_shop_own_deeds (shop);
  gint64 open_id, deed_id = 0;
  gboolean is_done;

  if (!gr_deed_open_id (database, &open_id, error)) {
    gr_deed_abandon (database);
    return FALSE;
  }
  gr_own_deeds_add (own, open_id);
  is_done = gr_deed_finish (database, &deed_id, nouns, error);
  if (!is_done || deed_id == 0)
    gr_own_deeds_remove (own, open_id);
  return is_done;
}

/**
 * gr_shop_end_deed:
 * @is_done: what the deed's act said; where %FALSE, @error is set already and the file stays as it was
 * @progress: (nullable): of what follows, where that takes long
 *
 * Ends a deed: what follows from it for few items is part of it; the rest comes after it, and where that fails the deed
 * is done nevertheless and gr_shop_is_behind() tells.
 *
 * Returns: whether the deed is in the file, safely
 */
gboolean
gr_shop_end_deed (GrShop *shop, gboolean is_done, const GrProgress *progress, GError **error)
{
  GrDatabase *database = gr_shop_database (shop);
  gboolean is_behind = FALSE;
  GrNouns nouns = 0;

  if (!is_done || !gr_after_deed (shop, &is_behind, error)) {
    gr_deed_abandon (database);
    return FALSE;
  }
  if (!finish (shop, &nouns, error))
    return FALSE;
  gr_shop_announce (shop, gr_nouns_with_plan (nouns));
  if (is_behind && !gr_shop_catches_up_later (shop))
    gr_shop_catch_up (shop, progress, NULL);
  return TRUE;
}
