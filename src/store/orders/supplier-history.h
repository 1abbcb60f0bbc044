#pragma once

#include "store/file/database.h"

#include "domain/base/date.h"
#include "domain/base/quantity.h"
#include "domain/trade/supplier-record.h"

GArray *gr_supplier_history (GrDatabase *database, gint64 supplier_id, GrDate since, GError **error);
