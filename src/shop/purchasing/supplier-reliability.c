#include "supplier-reliability.h"

#include "shop/base/shop-private.h"

#include "planning/policy/supplier-judgement.h"
#include "store/orders/supplier-history.h"

/* Orders sent within this time make the record. */
#define LOOK_BACK_DAYS 365

static GrSupplierRecord *
make_record (const GArray *deliveries, guint first, guint end, GrDate today)
{
  GrSupplierRecord *record = g_new (GrSupplierRecord, 1);

  gr_supplier_record_compute (&g_array_index (deliveries, GrSupplierDelivery, first), end - first, today, record);
  return record;
}

/**
 * gr_shop_supplier_records:
 * @supplier_id: 0 for all
 *
 * How suppliers kept to what was agreed, in orders of the last year. It is shown beside the terms and drives no plan.
 *
 * Returns: (transfer full): by supplier; who was never ordered from is not in it
 */
GHashTable *
gr_shop_supplier_records (GrShop *shop, gint64 supplier_id, GError **error)
{
  GrDate today = gr_shop_today (shop);
  g_autoptr (GArray) all = gr_supplier_history (gr_shop_database (shop), supplier_id, today - LOOK_BACK_DAYS, error);
  GHashTable *records;
  guint end;

  if (all == NULL)
    return NULL;
  records = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  for (guint first = 0; first < all->len; first = end) {
    gint64 id = g_array_index (all, GrSupplierDelivery, first).supplier_id;

    for (end = first + 1; end < all->len && g_array_index (all, GrSupplierDelivery, end).supplier_id == id; end++)
      continue;
    g_hash_table_insert (records, g_memdup2 (&id, sizeof id), make_record (all, first, end, today));
  }
  return records;
}
