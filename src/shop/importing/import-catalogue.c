#include "importer.h"

#include "store/catalogue/item-store.h"

#include <glib/gi18n-lib.h>

/* In sales and in stock files the item comes first. */
G_STATIC_ASSERT ((int) GR_SALES_ITEM == (int) GR_STOCK_ITEM);

/* %FALSE for codes without any digit, which tills use for what is no goods: POST, M, BANK CHARGES. */
static gboolean
is_of_goods (const char *code)
{
  return strpbrk (code, "0123456789") != NULL;
}

/**
 * gr_import_take_text:
 *
 * Puts a cell's text into a field. Returns: whether that changed anything; an empty cell changes nothing.
 */
gboolean
gr_import_take_text (char **field, const GrImportCell *cell)
{
  if (!cell->is_set || g_strcmp0 (*field, cell->text) == 0)
    return FALSE;
  g_free (*field);
  *field = g_strdup (cell->text);
  return TRUE;
}

gint64
gr_import_known_item (const GrImportRun *run, const char *code)
{
  return (gint64) GPOINTER_TO_SIZE (g_hash_table_lookup (run->items, code));
}

void
gr_import_learn_item (GrImportRun *run, const char *code, gint64 id)
{
  g_hash_table_insert (run->items, g_strdup (code), GSIZE_TO_POINTER ((gsize) id));
}

static GrImportVerdict
create_item (GrImportRun *run, const GrImportRow *row, const GrImportCell *description, const GrImportCell *unit_price,
    GError **error)
{
  g_autoptr (GrItem) item = gr_item_new();
  g_autoptr (GError) fault = NULL;

  item->code = g_strdup (row->cells[GR_SALES_ITEM].text);
  item->description = g_strdup (description != NULL ? description->text : "");
  if (unit_price != NULL && unit_price->is_set)
    item->unit_price = MAX (0, unit_price->number);
  item->is_stocked = row->table->kind != GR_IMPORT_SALES || is_of_goods (item->code);
  if (!gr_item_check (item, &fault))
    return gr_import_row_refuse (row, GR_SALES_ITEM, fault->message);
  if (!gr_item_store_save (run->database, item, error))
    return GR_IMPORT_FAILED;
  run->outcome->n_items_created++;
  run->n_not_stocked += !item->is_stocked;
  gr_import_learn_item (run, item->code, item->id);
  g_hash_table_insert (run->created, GSIZE_TO_POINTER ((gsize) item->id), item);
  item = NULL;
  return GR_IMPORT_TAKEN;
}

/* An item met first on a line without a description or a price takes them from a later one. */
static gboolean
complete_item (
    GrImportRun *run, gint64 id, const GrImportCell *description, const GrImportCell *unit_price, GError **error)
{
  GrItem *item = g_hash_table_lookup (run->created, GSIZE_TO_POINTER ((gsize) id));
  gboolean has_news = FALSE;

  if (item == NULL)
    return TRUE;
  if (*item->description == '\0' && description != NULL)
    has_news = gr_import_take_text (&item->description, description);
  if (item->unit_price == 0 && unit_price != NULL && unit_price->is_set && unit_price->number > 0) {
    item->unit_price = unit_price->number;
    has_news = TRUE;
  }
  return !has_news || gr_item_store_save (run->database, item, error);
}

/**
 * gr_import_item_of_row:
 * @description, @unit_price: (nullable): what the row says of the item besides its code
 *
 * The item a row of sales or stock is about. One that is not known is created or refused, as the choices say.
 */
GrImportVerdict
gr_import_item_of_row (GrImportRun *run, const GrImportRow *row, const GrImportCell *description,
    const GrImportCell *unit_price, gint64 *item_id, GError **error)
{
  const char *code = row->cells[GR_SALES_ITEM].text;
  GrImportVerdict verdict;

  *item_id = gr_import_known_item (run, code);
  if (*item_id != 0) {
    if (g_hash_table_size (run->created) > 0 && !complete_item (run, *item_id, description, unit_price, error))
      return GR_IMPORT_FAILED;
    return GR_IMPORT_TAKEN;
  }
  if (!run->choices->create_missing)
    return gr_import_row_refuse (row, GR_SALES_ITEM, _ ("no item has this code"));
  verdict = create_item (run, row, description, unit_price, error);
  *item_id = gr_import_known_item (run, code);
  return verdict;
}
