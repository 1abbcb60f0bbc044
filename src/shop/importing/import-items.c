#include "importer.h"

#include "domain/book/deed-title.h"
#include "domain/trade/supplier.h"
#include "store/catalogue/item-store.h"
#include "store/catalogue/supplier-store.h"

#include <glib/gi18n-lib.h>

/* @seen: codes of earlier lines; @suppliers: names to ids */
typedef struct {
  GHashTable *seen;
  GHashTable *suppliers;
} ItemImport;

static gboolean
begin_items (GrImportRun *run, GError **error)
{
  ItemImport *own = g_new0 (ItemImport, 1);

  own->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  own->suppliers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  run->own = own;
  return TRUE;
}

static gboolean
take_number (gint64 *field, const GrImportCell *cell)
{
  if (!cell->is_set || *field == cell->number)
    return FALSE;
  *field = cell->number;
  return TRUE;
}

static gboolean
take_item_fields (GrItem *item, const GrImportCell *cells)
{
  gint64 status = item->status, is_stocked = item->is_stocked != FALSE;
  gint64 level = (gint64) (item->service_level * 1e6 + 0.5);
  gboolean has_news = FALSE;

  has_news |= gr_import_take_text (&item->code, &cells[GR_ITEMS_ITEM]);
  has_news |= gr_import_take_text (&item->description, &cells[GR_ITEMS_DESCRIPTION]);
  has_news |= gr_import_take_text (&item->family, &cells[GR_ITEMS_FAMILY]);
  has_news |= gr_import_take_text (&item->unit, &cells[GR_ITEMS_UNIT]);
  has_news |= take_number (&item->unit_cost, &cells[GR_ITEMS_UNIT_COST]);
  has_news |= take_number (&item->unit_price, &cells[GR_ITEMS_UNIT_PRICE]);
  has_news |= take_number (&status, &cells[GR_ITEMS_STATUS]);
  has_news |= take_number (&is_stocked, &cells[GR_ITEMS_STOCKED]);
  has_news |= take_number (&level, &cells[GR_ITEMS_SERVICE_LEVEL]);
  item->status = (GrItemStatus) status;
  item->is_stocked = is_stocked != 0;
  item->service_level = (double) level / 1e6;
  return has_news;
}

static gboolean
load_item (const GrImportRun *run, gint64 id, GrItem **item, GError **error)
{
  *item = id != 0 ? gr_item_store_by_id (run->database, id, error) : gr_item_new();
  if (id == 0)
    (*item)->description = g_strdup ("");
  return *item != NULL;
}

/* A supplier that nobody knew is added with its name alone. */
static gboolean
find_supplier (GrImportRun *run, const char *name, gint64 *id, GError **error)
{
  ItemImport *own = run->own;
  g_autoptr (GrSupplier) supplier = NULL;

  *id = (gint64) GPOINTER_TO_SIZE (g_hash_table_lookup (own->suppliers, name));
  if (*id != 0)
    return TRUE;
  if (!gr_supplier_store_find (run->database, name, &supplier, error))
    return FALSE;
  if (supplier == NULL) {
    supplier = gr_supplier_new();
    supplier->name = g_strdup (name);
    if (!gr_supplier_store_save (run->database, supplier, error))
      return FALSE;
  }
  *id = supplier->id;
  g_hash_table_insert (own->suppliers, g_strdup (name), GSIZE_TO_POINTER ((gsize) *id));
  return TRUE;
}

/* The terms a row speaks of: its supplier's, or the preferred ones where it names none. NULL where there are none. */
static gboolean
load_terms (GrImportRun *run, gint64 item_id, const GrImportCell *cells, GrSupplierItem **terms, GError **error)
{
  gint64 supplier_id = 0;

  if (!cells[GR_ITEMS_SUPPLIER].is_set)
    return gr_supplier_item_store_preferred (run->database, item_id, terms, error);
  if (!find_supplier (run, cells[GR_ITEMS_SUPPLIER].text, &supplier_id, error) ||
      !gr_supplier_item_store_find (run->database, item_id, supplier_id, terms, error))
    return FALSE;
  if (*terms == NULL) {
    *terms = gr_supplier_item_new();
    (*terms)->item_id = item_id;
    (*terms)->supplier_id = supplier_id;
    (*terms)->is_preferred = FALSE;
  }
  return TRUE;
}

static gboolean
take_terms_fields (GrSupplierItem *terms, const GrImportCell *cells)
{
  gboolean has_news = FALSE;

  has_news |= gr_import_take_text (&terms->supplier_code, &cells[GR_ITEMS_SUPPLIER_CODE]);
  has_news |= take_number (&terms->unit_price, &cells[GR_ITEMS_UNIT_COST]);
  has_news |= take_number (&terms->minimum_order_qty, &cells[GR_ITEMS_MINIMUM_ORDER_QUANTITY]);
  has_news |= take_number (&terms->order_multiple, &cells[GR_ITEMS_ORDER_MULTIPLE]);
  if (cells[GR_ITEMS_SUPPLIER].is_set && !terms->is_preferred) {
    terms->is_preferred = TRUE;
    has_news = TRUE;
  }
  return has_news;
}

static gboolean
save_terms (GrImportRun *run, gint64 item_id, const GrImportCell *cells, gboolean *has_news, GError **error)
{
  g_autoptr (GrSupplierItem) terms = NULL;

  if (!load_terms (run, item_id, cells, &terms, error))
    return FALSE;
  if (terms == NULL || !take_terms_fields (terms, cells))
    return TRUE;
  *has_news = TRUE;
  return gr_supplier_item_store_save (run->database, terms, error);
}

static gboolean
save_barcode (GrImportRun *run, gint64 item_id, const GrImportCell *cell, gboolean *has_news, GError **error)
{
  g_autoptr (GrBarcode) known = NULL;
  GrBarcode barcode = {.code = (char *) cell->text, .item_id = item_id, .qty = GR_QTY_ONE};

  if (!cell->is_set)
    return TRUE;
  if (!gr_barcode_store_find (run->database, cell->text, &known, error))
    return FALSE;
  if (known != NULL)
    return TRUE;
  *has_news = TRUE;
  return gr_barcode_store_save (run->database, &barcode, error);
}

/* What would make the row bad as a whole, before anything of it is kept. */
static GrImportVerdict
check_row (GrImportRun *run, const GrImportRow *row, const GrItem *item, GError **error)
{
  const GrImportCell *cells = row->cells;
  g_autoptr (GrBarcode) barcode = NULL;
  g_autoptr (GError) fault = NULL;

  if (!gr_item_check (item, &fault))
    return gr_import_row_refuse (row, GR_ITEMS_ITEM, fault->message);
  if (cells[GR_ITEMS_MINIMUM_ORDER_QUANTITY].number < 0)
    return gr_import_row_refuse (row, GR_ITEMS_MINIMUM_ORDER_QUANTITY, _ ("is below zero"));
  if (cells[GR_ITEMS_ORDER_MULTIPLE].number < 0)
    return gr_import_row_refuse (row, GR_ITEMS_ORDER_MULTIPLE, _ ("is below zero"));
  if (!cells[GR_ITEMS_BARCODE].is_set)
    return GR_IMPORT_TAKEN;
  if (!gr_barcode_store_find (run->database, cells[GR_ITEMS_BARCODE].text, &barcode, error))
    return GR_IMPORT_FAILED;
  if (barcode != NULL && barcode->item_id != item->id)
    return gr_import_row_refuse (row, GR_ITEMS_BARCODE, _ ("is another item’s barcode"));
  return GR_IMPORT_TAKEN;
}

/* An item that the file has twice, as by a blank after its code, is as the later row says. */
static gboolean
save_row (GrImportRun *run, GrItem *item, const GrImportCell *cells, gboolean has_news, GError **error)
{
  ItemImport *own = run->own;
  gboolean is_new = item->id == 0;

  if ((is_new || has_news) && !gr_item_store_save (run->database, item, error))
    return FALSE;
  if (is_new)
    gr_import_learn_item (run, item->code, item->id);
  if (!save_terms (run, item->id, cells, &has_news, error) ||
      !save_barcode (run, item->id, &cells[GR_ITEMS_BARCODE], &has_news, error))
    return FALSE;
  if (!g_hash_table_add (own->seen, g_strdup (item->code))) {
    run->outcome->n_repeated++;
    return TRUE;
  }
  run->outcome->n_new += is_new;
  run->outcome->n_changed += !is_new && has_news;
  run->outcome->n_already_there += !is_new && !has_news;
  return TRUE;
}

static GrImportVerdict
take_item (const GrImportRow *row, gpointer data, GError **error)
{
  GrImportRun *run = data;
  g_autoptr (GrItem) item = NULL;
  GrImportVerdict verdict;
  gboolean has_news;

  if (!load_item (run, gr_import_known_item (run, row->cells[GR_ITEMS_ITEM].text), &item, error))
    return GR_IMPORT_FAILED;
  has_news = take_item_fields (item, row->cells);
  verdict = check_row (run, row, item, error);
  if (verdict != GR_IMPORT_TAKEN)
    return verdict;
  return save_row (run, item, row->cells, has_news, error) ? GR_IMPORT_TAKEN : GR_IMPORT_FAILED;
}

static gboolean
finish_items (GrImportRun *run, GError **error)
{
  return TRUE;
}

static void
end_items (GrImportRun *run)
{
  ItemImport *own = g_steal_pointer (&run->own);

  if (own == NULL)
    return;
  g_hash_table_unref (own->seen);
  g_hash_table_unref (own->suppliers);
  g_free (own);
}

static char *
title_items (const GrImportOutcome *outcome)
{
  return gr_deed_title_new (GR_DEED_IMPORT_ITEMS, (gint64) (outcome->n_new + outcome->n_changed));
}

const GrImporter gr_items_importer = {"import-items", begin_items, take_item, finish_items, end_items, title_items};
