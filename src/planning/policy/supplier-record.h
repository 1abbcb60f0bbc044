#pragma once

#include "domain/base/date.h"
#include "domain/base/quantity.h"

/**
 * GrOrderedLine:
 * @sent_on: when the order went out
 * @due_on: when it was expected, or %GR_DATE_NONE
 * @ordered: what was cancelled later counts as ordered: the supplier did not bring it
 *
 * An order line and one delivery for it; a line that nothing came for yet has @came_on %GR_DATE_NONE. Deliveries
 * of one line stand one after the other.
 */
typedef struct {
  gint64 order_id;
  gint64 line_id;
  GrDate sent_on;
  GrDate due_on;
  GrQty ordered;
  GrDate came_on;
  GrQty qty;
} GrOrderedLine;

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

/* Days after the expected one on which goods still count as on time. */
#define GR_ON_TIME_DAYS 1

/* So many of the last deliveries make the learned lead time. */
#define GR_LEARNED_DELIVERIES 12

void gr_supplier_record_compute (const GrOrderedLine *lines, gsize n_lines, GrDate today, GrSupplierRecord *record);
double gr_supplier_record_on_time (const GrSupplierRecord *record);
