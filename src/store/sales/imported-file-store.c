#include "imported-file-store.h"

#include "store/journal/deed-book.h"
#include "store/file/query.h"

/**
 * gr_imported_file_store_add:
 * @file: its deed is the open one
 */
gboolean
gr_imported_file_store_add (GrDatabase *database, const GrImportedFile *file, GError **error)
{
  gint64 deed_id;

  return gr_deed_book_current (database, &deed_id, error) &&
         gr_query_run (database, error,
             "INSERT INTO imported_file (deed_id, kind, name, sha256, n_rows) VALUES (?1, ?2, ?3, ?4, ?5)", "ltttl",
             deed_id, file->kind, file->name, file->sha256, file->n_rows);
}

/**
 * gr_imported_file_store_find:
 * @file: (out) (nullable): the last import of that content that still holds
 */
gboolean
gr_imported_file_store_find (
    GrDatabase *database, const char *kind, const char *sha256, GrImportedFile **file, GError **error)
{
  GrQuery query = gr_query (database,
      "SELECT f.deed_id, f.kind, f.name, f.sha256, f.n_rows, d.done_at FROM imported_file f "
      "JOIN deed d ON d.id = f.deed_id WHERE f.sha256 = ?2 AND f.kind = ?1 ORDER BY f.id DESC LIMIT 1",
      "tt", kind, sha256);

  *file = NULL;
  if (gr_query_next (&query)) {
    *file = g_new0 (GrImportedFile, 1);
    (*file)->deed_id = gr_query_id (&query, 0);
    (*file)->kind = gr_query_dup_text (&query, 1);
    (*file)->name = gr_query_dup_text (&query, 2);
    (*file)->sha256 = gr_query_dup_text (&query, 3);
    (*file)->n_rows = gr_query_id (&query, 4);
    (*file)->done_at = gr_query_id (&query, 5);
  }
  return gr_query_end (&query, error);
}
