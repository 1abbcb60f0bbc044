#include "check-shop.h"

#include "shop-private.h"

#include "store/file/backup-target.h"
#include "store/file/backup.h"
#include "store/file/check.h"

/**
 * gr_shop_check:
 *
 * Proves that the file is sound and that every figure kept beside the ledger agrees with it to the last unit.
 * O(file).
 */
GrShopCheck *
gr_shop_check (GrShop *shop, const GrProgress *progress, GError **error)
{
  g_autoptr (GPtrArray) findings = gr_check_run (gr_shop_database (shop), progress, error);
  g_autoptr (GrShopCheck) check = NULL;

  if (findings == NULL)
    return NULL;
  check = g_new0 (GrShopCheck, 1);
  check->proved = g_ptr_array_new_with_free_func (g_free);
  check->faults = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < findings->len; i++) {
    const GrCheckFinding *finding = findings->pdata[i];

    g_ptr_array_add (finding->is_proved ? check->proved : check->faults, g_strdup (finding->text));
  }
  return g_steal_pointer (&check);
}

void
gr_shop_check_free (GrShopCheck *check)
{
  if (check == NULL)
    return;
  g_clear_pointer (&check->proved, g_ptr_array_unref);
  g_clear_pointer (&check->faults, g_ptr_array_unref);
  g_free (check);
}

/**
 * gr_shop_backup:
 *
 * Writes a whole, checked copy of the shop to @path; other work goes on meanwhile. An older backup of that name is
 * replaced when the copy is complete; anything else there is left alone, see gr_backup_target_check().
 */
gboolean
gr_shop_backup (GrShop *shop, const char *path, const GrProgress *progress, GError **error)
{
  return gr_backup_target_check (gr_shop_database (shop), path, error) &&
         gr_backup_write (gr_shop_database (shop), path, progress, error);
}
