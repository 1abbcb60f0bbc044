#include "importer.h"

#include "domain/base/decimal.h"
#include "domain/book/deed-title.h"
#include "store/catalogue/supplier-store.h"

#include <glib/gi18n-lib.h>

static gboolean
begin_suppliers (GrImportRun *run, GError **error)
{
  run->own = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return TRUE;
}

static gboolean
take_int (int *field, const GrImportCell *cell)
{
  int value = (int) MIN (cell->number, G_MAXINT);

  if (!cell->is_set || *field == value)
    return FALSE;
  *field = value;
  return TRUE;
}

static gboolean
take_days (double *field, const GrImportCell *cell)
{
  double value = (double) cell->number / GR_QTY_ONE;

  if (!cell->is_set || *field == value)
    return FALSE;
  *field = value;
  return TRUE;
}

/* Amounts are read with four decimals, money has those of the shop's currency. */
static gboolean
take_money (GrMoney *field, const GrImportCell *cell, int digits)
{
  GrMoney value = gr_decimal_round_div (cell->number, gr_decimal_power (GR_PRICE_DIGITS - digits));

  if (!cell->is_set || *field == value)
    return FALSE;
  *field = value;
  return TRUE;
}

static gboolean
take_fields (GrSupplier *supplier, const GrImportCell *cells, int digits)
{
  gboolean has_news = FALSE;

  has_news |= gr_import_take_text (&supplier->name, &cells[GR_SUPPLIERS_SUPPLIER]);
  has_news |= gr_import_take_text (&supplier->currency, &cells[GR_SUPPLIERS_CURRENCY]);
  has_news |= gr_import_take_text (&supplier->email, &cells[GR_SUPPLIERS_EMAIL]);
  has_news |= gr_import_take_text (&supplier->phone, &cells[GR_SUPPLIERS_PHONE]);
  has_news |= take_int (&supplier->lead_time_days, &cells[GR_SUPPLIERS_LEAD_TIME_DAYS]);
  has_news |= take_days (&supplier->lead_time_sd_days, &cells[GR_SUPPLIERS_LEAD_TIME_SD_DAYS]);
  has_news |= take_int (&supplier->payment_terms_days, &cells[GR_SUPPLIERS_PAYMENT_TERMS_DAYS]);
  has_news |= take_money (&supplier->minimum_order_value, &cells[GR_SUPPLIERS_MINIMUM_ORDER_VALUE], digits);
  return has_news;
}

static GrImportVerdict
take_supplier (const GrImportRow *row, gpointer data, GError **error)
{
  GrImportRun *run = data;
  const char *name = row->cells[GR_SUPPLIERS_SUPPLIER].text;
  g_autoptr (GrSupplier) supplier = NULL;
  g_autoptr (GError) fault = NULL;
  gboolean is_new, has_news;

  if (!g_hash_table_add (run->own, g_strdup (name)))
    return gr_import_row_refuse (row, GR_SUPPLIERS_SUPPLIER, _ ("is in the file twice"));
  if (!gr_supplier_store_find (run->database, name, &supplier, error))
    return GR_IMPORT_FAILED;
  is_new = supplier == NULL;
  if (is_new)
    supplier = gr_supplier_new();
  has_news = take_fields (supplier, row->cells, gr_shop_currency_digits (run->shop));
  if (!gr_supplier_check (supplier, &fault))
    return gr_import_row_refuse (row, GR_SUPPLIERS_SUPPLIER, fault->message);
  if ((is_new || has_news) && !gr_supplier_store_save (run->database, supplier, error))
    return GR_IMPORT_FAILED;
  run->outcome->n_new += is_new;
  run->outcome->n_changed += !is_new && has_news;
  run->outcome->n_already_there += !is_new && !has_news;
  return GR_IMPORT_TAKEN;
}

static gboolean
finish_suppliers (GrImportRun *run, GError **error)
{
  return TRUE;
}

static void
end_suppliers (GrImportRun *run)
{
  g_clear_pointer (&run->own, g_hash_table_unref);
}

static char *
title_suppliers (const GrImportOutcome *outcome)
{
  return gr_deed_title_new (GR_DEED_IMPORT_SUPPLIERS, (gint64) (outcome->n_new + outcome->n_changed));
}

const GrImporter gr_suppliers_importer = {
    "import-suppliers", begin_suppliers, take_supplier, finish_suppliers, end_suppliers, title_suppliers};
