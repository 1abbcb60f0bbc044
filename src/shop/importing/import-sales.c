#include "importer.h"

#include "domain/book/deed-title.h"
#include "store/sales/demand-store.h"

#include <glib/gi18n-lib.h>

/* A year of two digits, or none, that was read as one long past. */
#define EARLIEST_SALE ((GrDate) 0) /* 1970-01-01 */

static gboolean
begin_sales (GrImportRun *run, GError **error)
{
  run->own = gr_sale_batch_begin (run->database, error);
  return run->own != NULL;
}

static GrImportVerdict
check_sale (const GrImportRun *run, const GrImportRow *row)
{
  if (row->cells[GR_SALES_DATE].date > run->today)
    return gr_import_row_refuse (row, GR_SALES_DATE, _ ("is in the future"));
  if (row->cells[GR_SALES_DATE].date < EARLIEST_SALE)
    return gr_import_row_refuse (row, GR_SALES_DATE, _ ("is before 1970"));
  if (row->cells[GR_SALES_QUANTITY].number == 0)
    return gr_import_row_refuse (row, GR_SALES_QUANTITY, _ ("is zero"));
  return GR_IMPORT_TAKEN;
}

static GrImportVerdict
take_sale (const GrImportRow *row, gpointer data, GError **error)
{
  GrImportRun *run = data;
  const GrImportCell *cells = row->cells;
  gboolean is_duplicate = FALSE;
  GrSaleLine sale = {.sold_on = cells[GR_SALES_DATE].date,
      .qty = cells[GR_SALES_QUANTITY].number,
      .unit_price = cells[GR_SALES_UNIT_PRICE].number,
      .invoice = cells[GR_SALES_INVOICE].is_set ? cells[GR_SALES_INVOICE].text : NULL,
      .line = (int) cells[GR_SALES_LINE].number};
  GrImportVerdict verdict = check_sale (run, row);

  if (verdict == GR_IMPORT_TAKEN)
    verdict = gr_import_item_of_row (
        run, row, &cells[GR_SALES_DESCRIPTION], &cells[GR_SALES_UNIT_PRICE], &sale.item_id, error);
  if (verdict != GR_IMPORT_TAKEN)
    return verdict;
  return gr_sale_batch_add (run->own, &sale, &is_duplicate, error) ? GR_IMPORT_TAKEN : GR_IMPORT_FAILED;
}

static gboolean
finish_sales (GrImportRun *run, GError **error)
{
  GrSaleBatchSummary summary = {0};

  if (!gr_sale_batch_finish (run->own, run->progress, &summary, error))
    return FALSE;
  run->outcome->n_new = summary.n_added;
  run->outcome->n_already_there = summary.n_duplicates;
  run->outcome->n_moves = summary.n_moved;
  run->outcome->first_on = summary.first_day;
  run->outcome->last_on = summary.last_day;
  return TRUE;
}

static void
end_sales (GrImportRun *run)
{
  g_clear_pointer (&run->own, gr_sale_batch_free);
}

static char *
title_sales (const GrImportOutcome *outcome)
{
  return gr_deed_title_new (GR_DEED_IMPORT_SALES, (gint64) (outcome->n_new));
}

const GrImporter gr_sales_importer = {"import-sales", begin_sales, take_sale, finish_sales, end_sales, title_sales};
