#pragma once

#include "domain/base/money.h"
#include "supplier.h"

/* A line of the suppliers page. */
typedef struct {
  gint64 supplier_id;
  char *name;
  int lead_time_days;
  double lead_time_sd_days;
  int n_items;
  int n_open_orders;
  GrMoney open_value; /* ordered and still to come */
  int n_suggestions;  /* first suggestions of the plan */
  GrMoney suggested_value;
} GrSupplierRow;

/* A line of a supplier's card: an item and its terms. */
typedef struct {
  GrSupplierItem *terms;
  char *item_code;
  char *item_description;
  char *unit;
} GrSupplierItemRow;

void gr_supplier_row_free (GrSupplierRow *row);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrSupplierRow, gr_supplier_row_free)
void gr_supplier_item_row_free (GrSupplierItemRow *row);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrSupplierItemRow, gr_supplier_item_row_free)
