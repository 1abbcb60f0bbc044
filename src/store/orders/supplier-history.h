#pragma once

#include "store/file/database.h"

#include "domain/base/date.h"
#include "domain/base/quantity.h"

/**
 * GrSupplierDelivery:
 *
 * A line of an order that was sent, and one delivery of it that stands; a line of which nothing came has one row with
 * @came_on %GR_DATE_NONE. @due_on is %GR_DATE_NONE where nobody said when.
 */
typedef struct {
  gint64 supplier_id;
  gint64 order_id;
  gint64 line_id;
  GrDate sent_on;
  GrDate due_on;
  GrQty ordered;
  GrDate came_on;
  GrQty qty;
} GrSupplierDelivery;

GArray *gr_supplier_history (GrDatabase *database, gint64 supplier_id, GrDate since, GError **error);
