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
 *
 * Returns: (element-type GrCheckFinding): what was proved and what is wrong
 */
GPtrArray *
gr_shop_check (GrShop *shop, const GrProgress *progress, GError **error)
{
  return gr_check_run (gr_shop_database (shop), progress, error);
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
