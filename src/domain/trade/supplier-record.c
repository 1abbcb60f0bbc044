#include "supplier-record.h"

#include <math.h>

/**
 * gr_supplier_record_on_time:
 *
 * Returns: the share of lines due that came on time and in full, NaN where none was due
 */
double
gr_supplier_record_on_time (const GrSupplierRecord *record)
{
  return record->n_due > 0 ? (double) record->n_on_time / record->n_due : NAN;
}
