#include "supplier-store.h"

#include "domain/base/error.h"
#include "domain/base/text.h"
#include "store/file/query.h"

#include <glib/gi18n-lib.h>

#define SELECT_SUPPLIER                                                                                                \
  "SELECT id, name, currency, email, phone, note, lead_time_days, lead_time_sd_days, payment_terms_days, "             \
  "minimum_order_value FROM supplier "

static GrSupplier *
read_supplier (GrQuery *query)
{
  GrSupplier *supplier = g_new0 (GrSupplier, 1);

  supplier->id = gr_query_id (query, 0);
  supplier->name = gr_query_dup_text (query, 1);
  supplier->currency = gr_query_dup_text (query, 2);
  supplier->email = gr_query_dup_text (query, 3);
  supplier->phone = gr_query_dup_text (query, 4);
  supplier->note = gr_query_dup_text (query, 5);
  supplier->lead_time_days = gr_query_int (query, 6);
  supplier->lead_time_sd_days = gr_query_double (query, 7);
  supplier->payment_terms_days = gr_query_int (query, 8);
  supplier->minimum_order_value = gr_query_id (query, 9);
  return supplier;
}

static gboolean
read_one (GrQuery query, GrSupplier **supplier, GError **error)
{
  *supplier = gr_query_next (&query) ? read_supplier (&query) : NULL;
  return gr_query_end (&query, error);
}

/**
 * gr_supplier_store_by_id:
 *
 * Fails with %GR_ERROR_NOT_FOUND.
 */
GrSupplier *
gr_supplier_store_by_id (GrDatabase *database, gint64 id, GError **error)
{
  GrSupplier *supplier;

  if (read_one (gr_query (database, SELECT_SUPPLIER "WHERE id = ?1", "l", id), &supplier, error) && supplier == NULL)
    g_set_error_literal (error, GR_ERROR, GR_ERROR_NOT_FOUND, _ ("There is no such supplier."));
  return supplier;
}

/**
 * gr_supplier_store_find:
 * @supplier: (out) (nullable): %NULL where there is none of that name
 */
gboolean
gr_supplier_store_find (GrDatabase *database, const char *name, GrSupplier **supplier, GError **error)
{
  return read_one (gr_query (database, SELECT_SUPPLIER "WHERE name = ?1", "t", name), supplier, error);
}

/**
 * gr_supplier_store_find_in_any_case:
 * @supplier: (out) (nullable): the one whose name is written just so, else one with those letters, small or capital
 */
gboolean
gr_supplier_store_find_in_any_case (GrDatabase *database, const char *name, GrSupplier **supplier, GError **error)
{
  g_autofree char *folded = gr_text_fold (name);

  return read_one (gr_query (database, SELECT_SUPPLIER "WHERE fold (name) = ?1 ORDER BY name = ?2 DESC, id LIMIT 1",
                       "tt", folded, name),
      supplier, error);
}

/**
 * gr_supplier_store_by_name:
 *
 * Fails with %GR_ERROR_NOT_FOUND.
 */
GrSupplier *
gr_supplier_store_by_name (GrDatabase *database, const char *name, GError **error)
{
  GrSupplier *supplier = NULL;

  if (gr_supplier_store_find (database, name, &supplier, error) && supplier == NULL)
    g_set_error (error, GR_ERROR, GR_ERROR_NOT_FOUND, _ ("There is no supplier “%s”."), name);
  return supplier;
}

/**
 * gr_supplier_store_list:
 *
 * Returns: (element-type GrSupplier): all suppliers by name.
 */
GPtrArray *
gr_supplier_store_list (GrDatabase *database, GError **error)
{
  g_autoptr (GPtrArray) suppliers = g_ptr_array_new_with_free_func ((GDestroyNotify) gr_supplier_free);
  GrQuery query = gr_query (database, SELECT_SUPPLIER "ORDER BY sort_key (name)", "");

  while (gr_query_next (&query))
    g_ptr_array_add (suppliers, read_supplier (&query));
  return gr_query_end (&query, error) ? g_steal_pointer (&suppliers) : NULL;
}

static gboolean
insert (GrDatabase *database, GrSupplier *supplier, GError **error)
{
  if (!gr_query_run (database, error,
          "INSERT INTO supplier (name, currency, email, phone, note, lead_time_days, lead_time_sd_days, "
          "payment_terms_days, minimum_order_value) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
          "tttttidil", supplier->name, supplier->currency, supplier->email, supplier->phone, supplier->note,
          supplier->lead_time_days, supplier->lead_time_sd_days, supplier->payment_terms_days,
          supplier->minimum_order_value))
    return FALSE;
  supplier->id = sqlite3_last_insert_rowid (gr_database_handle (database));
  return TRUE;
}

static gboolean
update (GrDatabase *database, const GrSupplier *supplier, GError **error)
{
  return gr_query_run (database, error,
      "UPDATE supplier SET name = ?2, currency = ?3, email = ?4, phone = ?5, note = ?6, lead_time_days = ?7, "
      "lead_time_sd_days = ?8, payment_terms_days = ?9, minimum_order_value = ?10 WHERE id = ?1",
      "ltttttidil", supplier->id, supplier->name, supplier->currency, supplier->email, supplier->phone, supplier->note,
      supplier->lead_time_days, supplier->lead_time_sd_days, supplier->payment_terms_days,
      supplier->minimum_order_value);
}

/**
 * gr_supplier_store_save:
 * @supplier: a new one has @id 0 and gets its number
 *
 * Inside a deed. Fails with %GR_ERROR_INVALID, or %GR_ERROR_EXISTS where another has the name.
 */
gboolean
gr_supplier_store_save (GrDatabase *database, GrSupplier *supplier, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (!gr_supplier_check (supplier, error))
    return FALSE;
  if (supplier->id != 0 ? update (database, supplier, &local) : insert (database, supplier, &local))
    return TRUE;
  if (g_error_matches (local, GR_ERROR, GR_ERROR_EXISTS))
    g_set_error (error, GR_ERROR, GR_ERROR_EXISTS, _ ("There is already a supplier “%s”."), supplier->name);
  else
    g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}
