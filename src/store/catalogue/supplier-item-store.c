#include "supplier-item-store.h"

#include "domain/base/error.h"
#include "store/file/item-query.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define SELECT_TERMS                                                                                                   \
  "SELECT id, supplier_id, item_id, supplier_code, unit_price, lead_time_days, lead_time_sd_days, "                    \
  "minimum_order_qty, order_multiple, is_preferred FROM supplier_item "

static GrSupplierItem *
read_terms (GrQuery *query)
{
  GrSupplierItem *terms = gr_supplier_item_new();

  terms->id = gr_query_id (query, 0);
  terms->supplier_id = gr_query_id (query, 1);
  terms->item_id = gr_query_id (query, 2);
  terms->supplier_code = gr_query_dup_text (query, 3);
  terms->unit_price = gr_query_id (query, 4);
  terms->lead_time_days = (int) gr_query_double_or (query, 5, -1);
  terms->lead_time_sd_days = gr_query_double_or (query, 6, -1);
  terms->minimum_order_qty = gr_query_id (query, 7);
  terms->order_multiple = gr_query_id (query, 8);
  terms->is_preferred = gr_query_int (query, 9);
  return terms;
}

static GPtrArray *
read_all (GrQuery query, GError **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) gr_supplier_item_free);

  while (gr_query_next (&query))
    g_ptr_array_add (all, read_terms (&query));
  return gr_query_end (&query, error) ? g_steal_pointer (&all) : NULL;
}

static gboolean
read_one (GrQuery query, GrSupplierItem **terms, GError **error)
{
  *terms = gr_query_next (&query) ? read_terms (&query) : NULL;
  return gr_query_end (&query, error);
}

/**
 * gr_supplier_item_store_of_item:
 *
 * Returns: (element-type GrSupplierItem): on what terms whom the item can be bought from, the preferred one first.
 */
GPtrArray *
gr_supplier_item_store_of_item (GrDatabase *database, gint64 item_id, GError **error)
{
  return read_all (
      gr_query (database, SELECT_TERMS "WHERE item_id = ?1 ORDER BY is_preferred DESC, id", "l", item_id), error);
}

/**
 * gr_supplier_item_store_find:
 * @terms: (out) (nullable): %NULL where that supplier has no terms for the item
 */
gboolean
gr_supplier_item_store_find (
    GrDatabase *database, gint64 item_id, gint64 supplier_id, GrSupplierItem **terms, GError **error)
{
  return read_one (
      gr_query (database, SELECT_TERMS "WHERE item_id = ?1 AND supplier_id = ?2", "ll", item_id, supplier_id), terms,
      error);
}

/**
 * gr_supplier_item_store_by_id:
 *
 * Fails with %GR_ERROR_NOT_FOUND.
 */
GrSupplierItem *
gr_supplier_item_store_by_id (GrDatabase *database, gint64 id, GError **error)
{
  GrSupplierItem *terms;

  if (read_one (gr_query (database, SELECT_TERMS "WHERE id = ?1", "l", id), &terms, error) && terms == NULL)
    g_set_error_literal (error, GR_ERROR, GR_ERROR_NOT_FOUND, _ ("There are no such terms."));
  return terms;
}

/**
 * gr_supplier_item_store_all_preferred:
 *
 * Returns: (element-type gint64 GrSupplierItem): the terms on which the items are ordered, by item number; those that
 *   nobody supplies are not in it. O(their terms).
 */
GHashTable *
gr_supplier_item_store_all_preferred (GrDatabase *database, const GrItemSet *items, GError **error)
{
  g_autoptr (GHashTable) all =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) gr_supplier_item_free);
  GrQuery query = gr_query (database,
      GR_OF_ITEMS (items, SELECT_TERMS "WHERE ", "item_id", "ORDER BY item_id, is_preferred DESC, id"), "t",
      gr_item_set_json (items));

  while (gr_query_next (&query)) {
    gint64 item_id = gr_query_id (&query, 2);

    if (!g_hash_table_contains (all, &item_id)) {
      GrSupplierItem *terms = read_terms (&query);

      g_hash_table_insert (all, &terms->item_id, terms);
    }
  }
  return gr_query_end (&query, error) ? g_steal_pointer (&all) : NULL;
}

/**
 * gr_supplier_item_store_preferred:
 * @terms: (out) (nullable): what gr_supplier_item_store_all_preferred() says of one item, %NULL where nobody supplies
 * it
 */
gboolean
gr_supplier_item_store_preferred (GrDatabase *database, gint64 item_id, GrSupplierItem **terms, GError **error)
{
  g_autoptr (GrItemSet) item = gr_item_set_new_one (item_id);
  g_autoptr (GHashTable) found = gr_supplier_item_store_all_preferred (database, item, error);
  gpointer preferred = NULL;

  if (found != NULL)
    g_hash_table_steal_extended (found, &item_id, NULL, &preferred);
  *terms = preferred;
  return found != NULL;
}

/* One supplier is preferred, so the others are not. */
static gboolean
demote_others (GrDatabase *database, const GrSupplierItem *terms, GError **error)
{
  return !terms->is_preferred ||
         gr_query_run (database, error,
             "UPDATE supplier_item SET is_preferred = 0 WHERE item_id = ?1 AND supplier_id <> ?2", "ll", terms->item_id,
             terms->supplier_id);
}

/**
 * gr_supplier_item_store_save:
 * @terms: told apart by item and supplier; its number is set
 *
 * Adds terms or changes them, inside a deed. Preferred ones take that from the item's others. Fails with
 * %GR_ERROR_INVALID.
 */
gboolean
gr_supplier_item_store_save (GrDatabase *database, GrSupplierItem *terms, GError **error)
{
  return gr_supplier_item_check (terms, error) && demote_others (database, terms, error) &&
         gr_query_int64 (database, &terms->id, error,
             "INSERT INTO supplier_item (supplier_id, item_id, supplier_code, unit_price, lead_time_days, "
             "lead_time_sd_days, minimum_order_qty, order_multiple, is_preferred) "
             "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) ON CONFLICT (item_id, supplier_id) DO UPDATE SET "
             "supplier_code = excluded.supplier_code, unit_price = excluded.unit_price, "
             "lead_time_days = excluded.lead_time_days, lead_time_sd_days = excluded.lead_time_sd_days, "
             "minimum_order_qty = excluded.minimum_order_qty, order_multiple = excluded.order_multiple, "
             "is_preferred = excluded.is_preferred RETURNING id",
             "lltlDdlli", terms->supplier_id, terms->item_id, terms->supplier_code, terms->unit_price,
             terms->lead_time_days >= 0 ? terms->lead_time_days : GR_DATE_NONE,
             terms->lead_time_sd_days >= 0 ? terms->lead_time_sd_days : NAN, terms->minimum_order_qty,
             terms->order_multiple, terms->is_preferred);
}

/* Inside a deed. */
gboolean
gr_supplier_item_store_delete (GrDatabase *database, gint64 id, GError **error)
{
  return gr_query_run (database, error, "DELETE FROM supplier_item WHERE id = ?1", "l", id);
}
