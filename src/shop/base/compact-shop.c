#include "compact-shop.h"

#include "shop-deed.h"

#include "store/file/compact.h"
#include "store/catalogue/setting-store.h"

#include <glib/gi18n-lib.h>

/* A deed that changes no row leaves no trace, and what was taken back before could still be redone after it. */
static gboolean
note_time (GrShop *shop, GError **error)
{
  GrDatabase *database = gr_shop_database (shop);
  g_autofree char *before = gr_setting_store_get (database, GR_SETTING_COMPACTED_AT, "0", error);
  g_autofree char *now = NULL;

  if (before == NULL)
    return FALSE;
  now = g_strdup_printf (
      "%" G_GINT64_FORMAT, MAX (gr_clock_now (gr_shop_clock (shop)), g_ascii_strtoll (before, NULL, 10) + 1));
  return gr_setting_store_set (database, GR_SETTING_COMPACTED_AT, now, error);
}

/**
 * gr_shop_compact:
 * @n_gone: (out): sold lines that were removed
 *
 * Removes for good what imports left that were taken back and can, from now on, not be redone, and gives the disk the
 * room back. Nothing that counts changes.
 */
gboolean
gr_shop_compact (GrShop *shop, gint64 *n_gone, const GrProgress *progress, GError **error)
{
  GrDatabase *database = gr_shop_database (shop);
  g_autofree char *title = gr_deed_title_new (GR_DEED_COMPACT);

  if (!gr_progress_report (progress, _ ("Deleting undone imports"), 0, error) ||
      !gr_shop_begin_deed (shop, "compact", title, error))
    return FALSE;
  if (!gr_shop_end_deed (shop, note_time (shop, error) && gr_compact_sold_lines (database, n_gone, error), NULL, error))
    return FALSE;
  return gr_progress_report (progress, _ ("Rewriting the file"), 0.5, error) && gr_compact_file (database, error);
}
