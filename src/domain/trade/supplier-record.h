#pragma once

#include "domain/base/date.h"
#include "domain/base/quantity.h"

/**
 * GrSupplierDelivery:
 * @sent_on: when the order went out
 * @due_on: when it was expected, or %GR_DATE_NONE
 * @ordered: what was cancelled later counts as ordered: the supplier did not bring it
 *
 * A line of an order that was sent, and one delivery of it that stands; a line of which nothing came has one with
 * @came_on %GR_DATE_NONE. Deliveries of one line stand one after the other.
 */
typedef struct {
  gint64 order_id;
  gint64 line_id;
  GrDate sent_on;
  GrDate due_on;
  GrQty ordered;
  GrDate came_on;
  GrQty qty;
  gint64 supplier_id;
} GrSupplierDelivery;

/**
 * GrSupplierRecord:
 *
 * How a supplier kept to what was agreed. @lead_time_days is the mean over the last @n_deliveries, NaN where there were
 * none; @lead_time_sd_days NaN where there were fewer than two.
 */
typedef struct {
  int n_due;
  int n_on_time;
  int n_deliveries;
  double lead_time_days;
  double lead_time_sd_days;
} GrSupplierRecord;

double gr_supplier_record_on_time (const GrSupplierRecord *record);
