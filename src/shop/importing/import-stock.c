#include "importer.h"

#include "domain/base/error.h"
#include "domain/book/deed-title.h"
#include "store/stock/location-store.h"
#include "store/stock/stock-count-store.h"

#include <glib/gi18n-lib.h>

/* @locations: names to ids; @seen: places that were counted on an earlier line, "item location" */
typedef struct {
  GHashTable *locations;
  GHashTable *seen;
} StockImport;

static gboolean
begin_stock (GrImportRun *run, GError **error)
{
  StockImport *own = g_new0 (StockImport, 1);

  own->locations = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  own->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  run->own = own;
  return TRUE;
}

static GrImportVerdict
check_count (const GrImportRun *run, const GrImportRow *row)
{
  const GrImportCell *counted_on = &row->cells[GR_STOCK_COUNTED_ON];

  if (counted_on->is_set && counted_on->date > run->today)
    return gr_import_row_refuse (row, GR_STOCK_COUNTED_ON, _ ("is in the future"));
  if (row->cells[GR_STOCK_QUANTITY].number < 0)
    return gr_import_row_refuse (row, GR_STOCK_QUANTITY, _ ("stock can’t be below zero"));
  return GR_IMPORT_TAKEN;
}

/* A place that nobody knew becomes one of the shop's own; without any, goods are in the shop. */
static gboolean
find_location (GrImportRun *run, const GrImportCell *cell, gint64 *id, GError **error)
{
  StockImport *own = run->own;

  if (!cell->is_set)
    return gr_location_store_role (run->database, GR_PLACE_SHOP, id, error);
  *id = (gint64) GPOINTER_TO_SIZE (g_hash_table_lookup (own->locations, cell->text));
  if (*id != 0)
    return TRUE;
  if (!gr_location_store_find (run->database, cell->text, id, error))
    return FALSE;
  if (*id == 0 && !gr_location_store_add (run->database, cell->text, id, error))
    return FALSE;
  g_hash_table_insert (own->locations, g_strdup (cell->text), GSIZE_TO_POINTER ((gsize) *id));
  return TRUE;
}

static GrImportVerdict
refuse_second_count (GrImportRun *run, const GrImportRow *row, gint64 item_id, gint64 location_id)
{
  StockImport *own = run->own;
  char *place = g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT, item_id, location_id);

  if (!g_hash_table_add (own->seen, place))
    return gr_import_row_refuse (row, GR_STOCK_ITEM, _ ("is counted a second time in the same place"));
  return GR_IMPORT_TAKEN;
}

static void
note_count (GrImportOutcome *outcome, GrDate day, GrCountResult result)
{
  if (result == GR_COUNT_OUTDATED) {
    outcome->n_already_there++;
    return;
  }
  outcome->n_new++;
  outcome->first_on = outcome->first_on == GR_DATE_NONE ? day : MIN (outcome->first_on, day);
  outcome->last_on = outcome->last_on == GR_DATE_NONE ? day : MAX (outcome->last_on, day);
}

static GrImportVerdict
post_count (GrImportRun *run, const GrImportRow *row, gint64 item_id, gint64 location_id, GError **error)
{
  const GrImportCell *counted_on = &row->cells[GR_STOCK_COUNTED_ON];
  GrDate day = counted_on->is_set ? counted_on->date : run->today;
  GrCountResult result = GR_COUNT_TAKEN;
  g_autoptr (GError) fault = NULL;

  if (gr_stock_count_store_take (
          run->database, item_id, location_id, row->cells[GR_STOCK_QUANTITY].number, day, &result, &fault)) {
    note_count (run->outcome, day, result);
    return GR_IMPORT_TAKEN;
  }
  if (g_error_matches (fault, GR_ERROR, GR_ERROR_REFUSED))
    return gr_import_row_refuse (row, GR_STOCK_ITEM, _ ("has no stock to count"));
  g_propagate_error (error, g_steal_pointer (&fault));
  return GR_IMPORT_FAILED;
}

static GrImportVerdict
take_count (const GrImportRow *row, gpointer data, GError **error)
{
  GrImportRun *run = data;
  gint64 item_id = 0, location_id = 0;
  GrImportVerdict verdict = check_count (run, row);

  if (verdict == GR_IMPORT_TAKEN)
    verdict = gr_import_item_of_row (run, row, NULL, NULL, &item_id, error);
  if (verdict != GR_IMPORT_TAKEN)
    return verdict;
  if (!find_location (run, &row->cells[GR_STOCK_LOCATION], &location_id, error))
    return GR_IMPORT_FAILED;
  verdict = refuse_second_count (run, row, item_id, location_id);
  if (verdict != GR_IMPORT_TAKEN)
    return verdict;
  return post_count (run, row, item_id, location_id, error);
}

static gboolean
finish_stock (GrImportRun *run, GError **error)
{
  return TRUE;
}

static void
end_stock (GrImportRun *run)
{
  StockImport *own = g_steal_pointer (&run->own);

  if (own == NULL)
    return;
  g_hash_table_unref (own->locations);
  g_hash_table_unref (own->seen);
  g_free (own);
}

static char *
title_stock (const GrImportOutcome *outcome)
{
  return gr_deed_title_new (GR_DEED_IMPORT_STOCK, (gint64) (outcome->n_new));
}

const GrImporter gr_stock_importer = {"import-stock", begin_stock, take_count, finish_stock, end_stock, title_stock};
