#include "barcode-store.h"

#include "domain/base/error.h"
#include "store/file/query.h"

#include <glib/gi18n-lib.h>

static GrBarcode *
read_barcode (GrQuery *query)
{
  GrBarcode *barcode = g_new0 (GrBarcode, 1);

  barcode->id = gr_query_id (query, 0);
  barcode->code = gr_query_dup_text (query, 1);
  barcode->item_id = gr_query_id (query, 2);
  barcode->qty = gr_query_id (query, 3);
  return barcode;
}

/**
 * gr_barcode_store_of_item:
 *
 * Returns: (element-type GrBarcode): the item's barcodes, smallest package first.
 */
GPtrArray *
gr_barcode_store_of_item (GrDatabase *database, gint64 item_id, GError **error)
{
  g_autoptr (GPtrArray) barcodes = g_ptr_array_new_with_free_func ((GDestroyNotify) gr_barcode_free);
  GrQuery query = gr_query (
      database, "SELECT id, code, item_id, qty FROM barcode WHERE item_id = ?1 ORDER BY qty, code", "l", item_id);

  while (gr_query_next (&query))
    g_ptr_array_add (barcodes, read_barcode (&query));
  return gr_query_end (&query, error) ? g_steal_pointer (&barcodes) : NULL;
}

/**
 * gr_barcode_store_find:
 * @barcode: (out) (nullable): what was scanned, as it is or else in another case; %NULL where nobody knows it
 */
gboolean
gr_barcode_store_find (GrDatabase *database, const char *code, GrBarcode **barcode, GError **error)
{
  GrQuery query = gr_query (database,
      "SELECT id, code, item_id, qty FROM barcode WHERE code COLLATE NOCASE = ?1 ORDER BY code = ?1 DESC LIMIT 1", "t",
      code);

  *barcode = gr_query_next (&query) ? read_barcode (&query) : NULL;
  return gr_query_end (&query, error);
}

static gboolean
insert (GrDatabase *database, GrBarcode *barcode, GError **error)
{
  if (!gr_query_run (database, error, "INSERT INTO barcode (code, item_id, qty) VALUES (?1, ?2, ?3)", "tll",
          barcode->code, barcode->item_id, barcode->qty))
    return FALSE;
  barcode->id = sqlite3_last_insert_rowid (gr_database_handle (database));
  return TRUE;
}

/**
 * gr_barcode_store_save:
 * @barcode: a new one has @id 0 and gets its number; whose it is does not change
 *
 * Inside a deed. Fails with %GR_ERROR_INVALID, or %GR_ERROR_EXISTS where the code stands for something already.
 */
gboolean
gr_barcode_store_save (GrDatabase *database, GrBarcode *barcode, GError **error)
{
  if (barcode->code == NULL || barcode->code[0] == '\0' || barcode->qty <= 0) {
    g_set_error_literal (
        error, GR_ERROR, GR_ERROR_INVALID, _ ("A barcode needs a code and a quantity of more than zero."));
    return FALSE;
  }
  if (barcode->id != 0)
    return gr_query_run (database, error, "UPDATE barcode SET code = ?2, qty = ?3 WHERE id = ?1", "ltl", barcode->id,
        barcode->code, barcode->qty);
  return insert (database, barcode, error);
}

/* Inside a deed. */
gboolean
gr_barcode_store_delete (GrDatabase *database, gint64 id, GError **error)
{
  return gr_query_run (database, error, "DELETE FROM barcode WHERE id = ?1", "l", id);
}
