#include "search-index.h"

#include "store/file/query.h"

/**
 * gr_search_index_update:
 *
 * Lets search find an item as it is now, or no more where it is gone. A trigger can't: with an untrusted schema
 * SQLite 3.40 keeps triggers off FTS5.
 */
gboolean
gr_search_index_update (GrDatabase *database, gint64 item_id, GError **error)
{
  return gr_query_run (database, error, "DELETE FROM item_search WHERE rowid = ?1", "l", item_id) &&
         gr_query_run (database, error,
             "INSERT INTO item_search (rowid, code, description, barcodes) "
             "SELECT i.id, i.code, i.description, coalesce ((SELECT group_concat (code, ' ') "
             "FROM (SELECT code FROM barcode WHERE item_id = i.id ORDER BY code)), '') FROM item i WHERE i.id = ?1",
             "l", item_id);
}
