#include "accept-suggestions.h"

#include "new-order.h"
#include "shop/base/shop-deed.h"

#include "domain/base/error.h"
#include "store/orders/order-store.h"
#include "store/plans/plan-store.h"
#include "store/catalogue/supplier-store.h"

#include <glib/gi18n-lib.h>

typedef struct {
  GrShop *shop;
  GrDatabase *database;
  GHashTable *orders; /* supplier id -> GrPurchaseOrder */
  GrAcceptOutcome *outcome;
} Work;

static gboolean
is_chosen (GPtrArray *chosen, gint64 item_id)
{
  for (guint i = 0; i < chosen->len; i++)
    if (((GrSuggestion *) g_ptr_array_index (chosen, i))->item_id == item_id)
      return TRUE;
  return FALSE;
}

/* All of an item that are due, or, where none is, the next one. */
static gboolean
choose_item (GrShop *shop, gint64 item_id, gint64 supplier_id, GPtrArray *chosen, GError **error)
{
  g_autoptr (GPtrArray) found = gr_plan_store_suggestions_of_item (gr_shop_database (shop), item_id, error);
  GrDate until = gr_shop_today (shop);

  if (found == NULL)
    return FALSE;
  if (found->len > 0)
    until = MAX (until, ((GrSuggestion *) g_ptr_array_index (found, 0))->order_on);
  while (found->len > 0) {
    g_autoptr (GrSuggestion) suggestion = g_ptr_array_steal_index (found, 0);

    if (suggestion->order_on <= until && (supplier_id == 0 || supplier_id == suggestion->supplier_id))
      g_ptr_array_add (chosen, g_steal_pointer (&suggestion));
  }
  return TRUE;
}

static GPtrArray *
find_chosen (GrShop *shop, const GrSuggestionChoice *choice, GError **error)
{
  g_autoptr (GPtrArray) chosen = NULL;

  if (choice->n_items == 0)
    return gr_plan_store_suggestions (gr_shop_database (shop), choice->supplier_id, gr_shop_today (shop), error);
  chosen = g_ptr_array_new_with_free_func ((GDestroyNotify) gr_suggestion_free);
  for (gsize i = 0; i < choice->n_items; i++)
    if (!is_chosen (chosen, choice->item_ids[i]) &&
        !choose_item (shop, choice->item_ids[i], choice->supplier_id, chosen, error))
      return NULL;
  return g_steal_pointer (&chosen);
}

/* The supplier's open draft, or a new one. */
static GrPurchaseOrder *
find_draft (Work *work, gint64 supplier_id, GError **error)
{
  GrPurchaseOrder *order = g_hash_table_lookup (work->orders, &supplier_id);
  gint64 order_id = 0;

  if (order != NULL)
    return order;
  if (!gr_order_store_open_draft (work->database, supplier_id, &order_id, error))
    return NULL;
  if (order_id != 0) {
    order = gr_order_store_by_id (work->database, order_id, error);
  } else {
    g_autoptr (GrSupplier) supplier = gr_supplier_store_by_id (work->database, supplier_id, error);

    order = supplier != NULL ? gr_new_order (work->shop, supplier, error) : NULL;
  }
  if (order == NULL)
    return NULL;
  g_hash_table_insert (work->orders, &order->supplier_id, order);
  if (work->outcome->first_order_id == 0)
    work->outcome->first_order_id = order->id;
  return order;
}

/* A line of the draft for the same item grows. */
static gboolean
accept_one (Work *work, const GrSuggestion *suggestion, GError **error)
{
  const GrPurchaseOrder *order = find_draft (work, suggestion->supplier_id, error);
  g_autoptr (GrPurchaseOrderLine) line = NULL;

  if (order == NULL || !gr_order_store_find_line (work->database, order->id, suggestion->item_id, &line, error))
    return FALSE;
  if (line == NULL) {
    line = g_new0 (GrPurchaseOrderLine, 1);
    line->order_id = order->id;
    line->item_id = suggestion->item_id;
    line->unit_price = suggestion->unit_price;
    line->expected_on = GR_DATE_NONE;
  }
  line->ordered_qty = gr_qty_add (line->ordered_qty, suggestion->qty);
  if (!gr_order_store_save_line (work->database, line, error) ||
      !gr_plan_store_take_suggestion (work->database, suggestion, error))
    return FALSE;
  work->outcome->n_lines++;
  work->outcome->value = gr_qty_add (work->outcome->value,
      gr_money_for_saturated (suggestion->qty, line->unit_price, gr_shop_currency_digits (work->shop)));
  return TRUE;
}

static char *
write_title (Work *work)
{
  gint64 n_lines = work->outcome->n_lines, n_orders = g_hash_table_size (work->orders);
  GHashTableIter iter;
  gpointer order;

  if (n_orders > 1)
    return gr_deed_title_new (GR_DEED_ACCEPT_INTO_ORDERS, n_lines, n_orders);
  g_hash_table_iter_init (&iter, work->orders);
  g_hash_table_iter_next (&iter, NULL, &order);
  return gr_deed_title_new (GR_DEED_ACCEPT_INTO_ORDER, n_lines, ((GrPurchaseOrder *) order)->number);
}

static gboolean
accept_all (Work *work, const GrSuggestionChoice *choice, GError **error)
{
  g_autoptr (GPtrArray) chosen = find_chosen (work->shop, choice, error);
  g_autofree char *title = NULL;
  GrAcceptOutcome *outcome = work->outcome;

  if (chosen == NULL)
    return FALSE;
  if (chosen->len == 0) {
    g_set_error_literal (error, GR_ERROR, GR_ERROR_REFUSED, _ ("There is nothing to order"));
    return FALSE;
  }
  for (guint i = 0; i < chosen->len; i++)
    if (!accept_one (work, g_ptr_array_index (chosen, i), error))
      return FALSE;
  outcome->n_orders = (int) g_hash_table_size (work->orders);
  title = write_title (work);
  outcome->sentence = gr_deed_title_read (title, gr_shop_today (work->shop));
  return gr_deed_set_title (work->database, title, error);
}

/**
 * gr_shop_accept_suggestions:
 * @outcome: (out): clear it with gr_accept_outcome_clear()
 *
 * Turns what the plan proposes into orders: everything that is due today (of one supplier, where @choice names one), or
 * the next order of each item it names. One draft a supplier, its open one where there is one. What is accepted is no
 * suggestion any more, so that accepting twice orders once. One deed.
 *
 * Returns: %FALSE with %GR_ERROR_REFUSED where there is nothing to order
 */
gboolean
gr_shop_accept_suggestions (GrShop *shop, const GrSuggestionChoice *choice, GrAcceptOutcome *outcome, GError **error)
{
  Work work = {.shop = shop, .database = gr_shop_database (shop), .outcome = outcome};
  gboolean is_done;

  *outcome = (GrAcceptOutcome){0};
  if (!gr_shop_begin_deed (shop, "accept-suggestions", NULL, error))
    return FALSE;
  work.orders = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) gr_purchase_order_free);
  is_done = accept_all (&work, choice, error);
  g_hash_table_unref (work.orders);
  is_done = gr_shop_end_deed (shop, is_done, NULL, error);
  if (!is_done)
    gr_accept_outcome_clear (outcome);
  return is_done;
}

void
gr_accept_outcome_clear (GrAcceptOutcome *outcome)
{
  g_clear_pointer (&outcome->sentence, g_free);
  *outcome = (GrAcceptOutcome){0};
}
