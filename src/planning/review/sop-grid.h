#pragma once

#include "planning/item/projection.h"

#include "domain/base/date.h"
#include "domain/base/money.h"
#include "domain/base/quantity.h"

/**
 * GrSopItem:
 *
 * One item's part in the grid: @n_past + @n_ahead months each, oldest first; the running month is the first ahead.
 * @sales of past months (and what was sold of the running one); @revenue the money of it. @forecast of months ahead,
 * whole months. A service is sold and never stocked.
 * @past_purchases, @past_end_stock: what past months received and ended with. @receipts: (array length=n_receipts):
 * what is on order and suggested; what is overdue comes today.
 */
typedef struct {
  const char *code;
  const char *description;
  const char *family;
  GrQty on_hand;
  GrPrice unit_cost;
  GrPrice unit_price;
  const GrQty *sales;
  const GrMoney *revenue;
  const GrQty *forecast;
  const GrQty *past_purchases;
  const GrQty *past_end_stock;
  const GrPlannedReceipt *receipts;
  gsize n_receipts;
  gboolean is_service;
} GrSopItem;

/**
 * GrSopCell:
 *
 * A family in a month, units and money (sales and forecast at price, the rest at cost). @projected is the
 * stock at the month's end, after @purchases and @demand: in months ahead the forecast, of the running one the share of
 * its days from today on. @lost is what of it finds no stock (at price), so that ahead
 * projected = that of the month before + purchases - demand + lost. No item counts less than nothing.
 * @days_of_supply walks the forward forecast; NaN where it outlasts the horizon.
 */
typedef struct {
  GrQty sales, forecast, demand, purchases, lost, projected;
  GrMoney sales_value, forecast_value, purchases_value, lost_value, projected_value;
  double days_of_supply;
} GrSopCell;

typedef struct {
  char *family; /* NULL: the total */
  int n_items;
  GrQty on_hand;    /* what the running month starts from */
  GrSopCell *cells; /* n_past + n_ahead */
} GrSopRow;

/**
 * GrSopGrid:
 *
 * Families by months; the last row is the total, and parts add up to it exactly. Of the first @n_unknown months nobody
 * knows the stock, as nothing was counted yet: their @projected says nothing.
 */
typedef struct {
  GrDate today;
  GrDate first_month;
  int n_past;
  int n_ahead;
  int n_unknown;
  int currency_digits;
  GPtrArray *rows; /* GrSopRow */

  /*< private >*/
  GHashTable *by_family;
} GrSopGrid;

GrSopGrid *gr_sop_grid_new (GrDate today, int n_past, int n_ahead, int currency_digits);
void gr_sop_grid_add (GrSopGrid *grid, const GrSopItem *item);
void gr_sop_grid_finish (GrSopGrid *grid);
void gr_sop_grid_free (GrSopGrid *grid);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrSopGrid, gr_sop_grid_free)
