#pragma once

#include "domain/base/money.h"
#include "domain/base/quantity.h"

/**
 * GrSupplier:
 *
 * Who the shop buys from. @lead_time_days runs from sending an order to its receipt, with standard
 * deviation @lead_time_sd_days.
 */
typedef struct {
  gint64 id;
  char *name;
  char *currency;
  char *email;
  char *phone;
  char *note;
  int lead_time_days;
  double lead_time_sd_days;
  int payment_terms_days;
  GrMoney minimum_order_value;
} GrSupplier;

/**
 * GrSupplierItem:
 *
 * The terms on which a supplier sells an item. @lead_time_days and @lead_time_sd_days are -1 where
 * the supplier's own hold.
 * @minimum_order_qty and @order_multiple are 0 where there is none.
 */
typedef struct {
  gint64 id;
  gint64 supplier_id;
  gint64 item_id;
  char *supplier_code;
  GrPrice unit_price;
  int lead_time_days;
  double lead_time_sd_days;
  GrQty minimum_order_qty;
  GrQty order_multiple;
  gboolean is_preferred;
} GrSupplierItem;

GrSupplier *gr_supplier_new (void);
GrSupplier *gr_supplier_copy (const GrSupplier *supplier);
void gr_supplier_free (GrSupplier *supplier);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrSupplier, gr_supplier_free)
gboolean gr_supplier_check (const GrSupplier *supplier, GError **error);

GrSupplierItem *gr_supplier_item_new (void);
GrSupplierItem *gr_supplier_item_copy (const GrSupplierItem *terms);
void gr_supplier_item_free (GrSupplierItem *terms);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrSupplierItem, gr_supplier_item_free)
gboolean gr_supplier_item_check (const GrSupplierItem *terms, GError **error);
