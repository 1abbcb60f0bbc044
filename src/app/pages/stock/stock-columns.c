#include "stock-columns.h"

#include "app/text/format.h"

#include "shop/base/shop.h"

#include <glib/gi18n.h>

/* Cells are given the page's shop. */
static int
digits_of (gpointer data)
{
  GrShop *const *shop = data;

  return *shop ? gr_shop_currency_digits (*shop) : 2;
}

static char *
code_text (gconstpointer row, gpointer data)
{
  return g_strdup (((const GrStockRow *) row)->code);
}

static char *
description_text (gconstpointer row, gpointer data)
{
  const GrStockRow *item = row;

  return g_strdup (*item->description ? item->description : item->code);
}

static char *
family_text (gconstpointer row, gpointer data)
{
  const GrStockRow *item = row;

  return g_strdup (item->family ? item->family : "");
}

static char *
unit_text (gconstpointer row, gpointer data)
{
  return g_strdup (((const GrStockRow *) row)->unit);
}

/* What is not stocked has no quantities. */
static char *
qty_text (const GrStockRow *item, GrQty qty)
{
  return item->is_stocked ? gr_format_qty (qty) : g_strdup (GR_UNKNOWN_TEXT);
}

static char *
on_hand_text (gconstpointer row, gpointer data)
{
  return qty_text (row, ((const GrStockRow *) row)->on_hand);
}

static char *
on_order_text (gconstpointer row, gpointer data)
{
  return qty_text (row, ((const GrStockRow *) row)->on_order);
}

static char *
available_text (gconstpointer row, gpointer data)
{
  return qty_text (row, ((const GrStockRow *) row)->available);
}

static char *
projected_text (gconstpointer row, gpointer data)
{
  return qty_text (row, ((const GrStockRow *) row)->projected);
}

static char *
days_text (gconstpointer row, gpointer data)
{
  return gr_format_days (((const GrStockRow *) row)->days_of_supply);
}

static char *
value_text (gconstpointer row, gpointer data)
{
  return gr_format_money (((const GrStockRow *) row)->value, digits_of (data));
}

static char *
risk_text (gconstpointer row, gpointer data)
{
  return gr_format_money (((const GrStockRow *) row)->money_at_risk, digits_of (data));
}

static GrBadgeFace
health_face (gconstpointer row, gpointer data)
{
  const GrStockRow *item = row;

  return gr_badge_face_of_stock (item->health, item->on_hand);
}

static const GrTableColumn columns[] = {
    {.id = "code", .title = N_ ("Item code"), .width = 90, .rank = 7, .is_sortable = TRUE, .text = code_text},
    {.id = "description",
        .title = N_ ("Item"),
        .width = 215,
        .expands = TRUE,
        .is_sortable = TRUE,
        .text = description_text},
    {.id = "family", .title = N_ ("Family"), .width = 120, .rank = 6, .is_sortable = TRUE, .text = family_text},
    {.id = "unit", .title = N_ ("Unit"), .width = 60, .rank = 8, .is_hidden = TRUE, .text = unit_text},
    {.id = "on-hand",
        .title = N_ ("On hand"),
        .width = 80,
        .kind = GR_CELL_NUMBER,
        .is_sortable = TRUE,
        .tooltip = N_ ("What is in the shop and its warehouses now."),
        .text = on_hand_text},
    {.id = "on-order",
        .title = N_ ("On order"),
        .width = 85,
        .rank = 4,
        .kind = GR_CELL_NUMBER,
        .is_sortable = TRUE,
        .tooltip = N_ ("Ordered from suppliers and not yet here."),
        .text = on_order_text},
    {.id = "available",
        .title = N_ ("Available"),
        .width = 90,
        .rank = 9,
        .kind = GR_CELL_NUMBER,
        .is_sortable = TRUE,
        .tooltip = N_ ("On hand, less what is reserved."),
        .text = available_text},
    {.id = "projected",
        .title = N_ ("On hand + on order"),
        .width = 90,
        .rank = 5,
        .kind = GR_CELL_NUMBER,
        .is_sortable = TRUE,
        .tooltip = N_ ("Stock on hand plus stock on order, less what is reserved. Stock below zero counts as zero."),
        .text = projected_text},
    {.id = "days",
        .title = N_ ("Days of supply"),
        .width = 118,
        .rank = 2,
        .kind = GR_CELL_NUMBER,
        .is_sortable = TRUE,
        .tooltip = N_ ("How many days the stock on hand lasts at the expected sales."),
        .text = days_text},
    {.id = "value",
        .title = N_ ("Value"),
        .width = 105,
        .rank = 3,
        .kind = GR_CELL_NUMBER,
        .is_sortable = TRUE,
        .tooltip = N_ ("Stock on hand at purchase price. Stock below zero is worth nothing until it is counted."),
        .text = value_text},
    {.id = "risk",
        .title = N_ ("Sales at risk"),
        .width = 110,
        .rank = 8,
        .kind = GR_CELL_NUMBER,
        .is_sortable = TRUE,
        .is_hidden = TRUE,
        .tooltip = N_ ("Sales that may be missed on days without stock, at selling price."),
        .text = risk_text},
    {.id = "health",
        .title = N_ ("Stock status"),
        .width = 140,
        .rank = 1,
        .kind = GR_CELL_BADGE,
        .is_sortable = TRUE,
        .tooltip = N_ ("Whether stock is in the planned range."),
        .face = health_face},
};

static const struct {
  const char *id;
  GrStockSort sort;
} sorts[] = {
    {"code", GR_STOCK_SORT_CODE},
    {"description", GR_STOCK_SORT_DESCRIPTION},
    {"family", GR_STOCK_SORT_FAMILY},
    {"on-hand", GR_STOCK_SORT_ON_HAND},
    {"on-order", GR_STOCK_SORT_ON_ORDER},
    {"available", GR_STOCK_SORT_AVAILABLE},
    {"projected", GR_STOCK_SORT_PROJECTED},
    {"days", GR_STOCK_SORT_DAYS_OF_SUPPLY},
    {"value", GR_STOCK_SORT_VALUE},
    {"risk", GR_STOCK_SORT_MONEY_AT_RISK},
    {"health", GR_STOCK_SORT_HEALTH},
};

/**
 * gr_stock_columns:
 *
 * Columns over #GrStockRow; their user data is a pointer to a #GrShop pointer.
 */
const GrTableColumn *
gr_stock_columns (gsize *n)
{
  *n = G_N_ELEMENTS (columns);
  return columns;
}

/**
 * gr_stock_column_sort:
 * @column_id: (nullable)
 *
 * Returns: the order that the column stands for, by description where there is none
 */
GrStockSort
gr_stock_column_sort (const char *column_id)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sorts); i++)
    if (g_strcmp0 (sorts[i].id, column_id) == 0)
      return sorts[i].sort;
  return GR_STOCK_SORT_DESCRIPTION;
}
