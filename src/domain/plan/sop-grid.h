#pragma once

#include "domain/base/date.h"
#include "domain/base/money.h"
#include "domain/base/quantity.h"

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

/* A family's months, or those of all. */
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
GrSopRow *gr_sop_grid_add_row (GrSopGrid *grid, const char *family);
void gr_sop_grid_free (GrSopGrid *grid);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrSopGrid, gr_sop_grid_free)

int gr_sop_grid_n_months (const GrSopGrid *grid);
GrDate gr_sop_grid_month (const GrSopGrid *grid, int month);
gboolean gr_sop_grid_has_sales (const GrSopGrid *grid, int month);
gboolean gr_sop_grid_has_forecast (const GrSopGrid *grid, int month);
gboolean gr_sop_grid_has_stock (const GrSopGrid *grid, int month);
