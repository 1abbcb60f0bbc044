#include "item-store.h"

#include "domain/base/error.h"
#include "family-store.h"
#include "store/file/item-query.h"
#include "store/sales/sale-posting.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define SELECT_ITEM                                                                                                    \
  "SELECT i.id, i.code, i.description, f.name, i.unit, i.unit_cost, i.unit_price, i.status, i.is_stocked, "            \
  "i.service_level FROM item i LEFT JOIN family f ON f.id = i.family_id "

static GrItem *
read_item (GrQuery *query)
{
  GrItem *item = g_new0 (GrItem, 1);

  item->id = gr_query_id (query, 0);
  item->code = gr_query_dup_text (query, 1);
  item->description = gr_query_dup_text (query, 2);
  item->family = gr_query_dup_text (query, 3);
  item->unit = gr_query_dup_text (query, 4);
  item->unit_cost = gr_query_id (query, 5);
  item->unit_price = gr_query_id (query, 6);
  gr_item_status_from_id (gr_query_text (query, 7), &item->status);
  item->is_stocked = gr_query_int (query, 8);
  item->service_level = gr_query_double_or (query, 9, 0);
  return item;
}

static gboolean
read_one (GrQuery query, GrItem **item, GError **error)
{
  *item = gr_query_next (&query) ? read_item (&query) : NULL;
  return gr_query_end (&query, error);
}

/**
 * gr_item_store_by_id:
 *
 * Fails with %GR_ERROR_NOT_FOUND.
 */
GrItem *
gr_item_store_by_id (GrDatabase *database, gint64 id, GError **error)
{
  GrItem *item;

  if (read_one (gr_query (database, SELECT_ITEM "WHERE i.id = ?1", "l", id), &item, error) && item == NULL)
    g_set_error_literal (error, GR_ERROR, GR_ERROR_NOT_FOUND, _ ("There is no such item."));
  return item;
}

/**
 * gr_item_store_find:
 * @item: (out) (nullable): %NULL where there is none of that code
 */
gboolean
gr_item_store_find (GrDatabase *database, const char *code, GrItem **item, GError **error)
{
  return read_one (gr_query (database, SELECT_ITEM "WHERE i.code = ?1", "t", code), item, error);
}

/**
 * gr_item_store_find_in_any_case:
 * @item: (out) (nullable): %NULL where none, or more than one, has that code in some case
 * @is_ambiguous: (out): whether there is more than one
 */
gboolean
gr_item_store_find_in_any_case (
    GrDatabase *database, const char *code, GrItem **item, gboolean *is_ambiguous, GError **error)
{
  g_autofree char *upper = g_utf8_strup (code, -1);
  g_autofree char *lower = g_utf8_strdown (code, -1);
  GrQuery query = gr_query (database, SELECT_ITEM "WHERE i.code COLLATE NOCASE = ?1 OR i.code IN (?2, ?3) LIMIT 2",
      "ttt", code, upper, lower);

  *item = gr_query_next (&query) ? read_item (&query) : NULL;
  *is_ambiguous = *item != NULL && gr_query_next (&query);
  if (*is_ambiguous)
    g_clear_pointer (item, gr_item_free);
  return gr_query_end (&query, error);
}

gboolean
gr_item_store_count (GrDatabase *database, gint64 *n, GError **error)
{
  *n = 0;
  return gr_query_int64 (database, n, error, "SELECT count (*) FROM item", "");
}

/**
 * gr_item_store_ids:
 *
 * Returns: (element-type gint64): of all items
 */
GArray *
gr_item_store_ids (GrDatabase *database, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GrQuery query = gr_query (database, "SELECT id FROM item ORDER BY id", "");

  while (gr_query_next (&query)) {
    gint64 id = gr_query_id (&query, 0);

    g_array_append_val (ids, id);
  }
  return gr_query_end (&query, error) ? g_steal_pointer (&ids) : NULL;
}

/**
 * gr_item_store_list:
 *
 * Returns: (element-type GrItem): the items by number; those that there are not are not in it. O(items).
 */
GPtrArray *
gr_item_store_list (GrDatabase *database, const GrItemSet *items, GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) gr_item_free);
  GrQuery query = gr_query (
      database, GR_OF_ITEMS (items, SELECT_ITEM "WHERE ", "i.id", "ORDER BY i.id"), "t", gr_item_set_json (items));

  while (gr_query_next (&query))
    g_ptr_array_add (found, read_item (&query));
  return gr_query_end (&query, error) ? g_steal_pointer (&found) : NULL;
}

static gboolean
find_or_add_family (GrDatabase *database, const char *name, gint64 *id, GError **error)
{
  GrFamily family = {.name = (char *) name};

  *id = 0;
  if (name == NULL || name[0] == '\0')
    return TRUE;
  if (!gr_family_store_find (database, name, id, error))
    return FALSE;
  if (*id != 0)
    return TRUE;
  if (!gr_family_store_save (database, &family, error))
    return FALSE;
  *id = family.id;
  return TRUE;
}

static gboolean
insert (GrDatabase *database, GrItem *item, gint64 family_id, double level, GError **error)
{
  if (!gr_query_run (database, error,
          "INSERT INTO item (code, description, family_id, unit, unit_cost, unit_price, status, is_stocked, "
          "service_level) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
          "ttrtlltid", item->code, item->description != NULL ? item->description : "", family_id, item->unit,
          item->unit_cost, item->unit_price, gr_item_status_id (item->status), item->is_stocked, level))
    return FALSE;
  item->id = sqlite3_last_insert_rowid (gr_database_handle (database));
  return TRUE;
}

/* Whether sales move stock hangs on is_stocked. */
static gboolean
update (GrDatabase *database, const GrItem *item, gint64 family_id, double level, GError **error)
{
  gint64 was_stocked = item->is_stocked;

  if (!gr_query_int64 (database, &was_stocked, error, "SELECT is_stocked FROM item WHERE id = ?1", "l", item->id) ||
      !gr_query_run (database, error,
          "UPDATE item SET code = ?2, description = ?3, family_id = ?4, unit = ?5, unit_cost = ?6, unit_price = ?7, "
          "status = ?8, is_stocked = ?9, service_level = ?10 WHERE id = ?1",
          "lttrtlltid", item->id, item->code, item->description != NULL ? item->description : "", family_id, item->unit,
          item->unit_cost, item->unit_price, gr_item_status_id (item->status), item->is_stocked, level))
    return FALSE;
  return was_stocked == item->is_stocked || gr_sale_posting_reconcile (database, item->id, FALSE, error);
}

/**
 * gr_item_store_save:
 * @item: a new one has @id 0 and gets its number; a family not yet known is added by its name
 *
 * Inside a deed. Fails with %GR_ERROR_INVALID, or %GR_ERROR_EXISTS where another item has the code.
 */
gboolean
gr_item_store_save (GrDatabase *database, GrItem *item, GError **error)
{
  double level = item->service_level > 0 ? item->service_level : NAN;
  gint64 family_id;
  g_autoptr (GError) local = NULL;

  if (!gr_item_check (item, error) || !find_or_add_family (database, item->family, &family_id, error))
    return FALSE;
  if (item->id != 0 ? update (database, item, family_id, level, &local)
                    : insert (database, item, family_id, level, &local))
    return TRUE;
  if (g_error_matches (local, GR_ERROR, GR_ERROR_EXISTS))
    g_set_error (error, GR_ERROR, GR_ERROR_EXISTS, _ ("There is already an item “%s”."), item->code);
  else
    g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}
