#pragma once

#include "domain/trade/supplier-record.h"

/* Days after the expected one on which goods still count as on time. */
#define GR_ON_TIME_DAYS 1

/* So many of the last deliveries make the learned lead time. */
#define GR_LEARNED_DELIVERIES 12

void gr_supplier_record_compute (
    const GrSupplierDelivery *lines, gsize n_lines, GrDate today, GrSupplierRecord *record);
