#pragma once

#include "store/file/database.h"

#include "domain/trade/supplier.h"
#include "domain/trade/supplier-row.h"

GPtrArray *gr_supplier_list (GrDatabase *database, const char *search, GError **error);
GPtrArray *gr_supplier_list_items (GrDatabase *database, gint64 supplier_id, GError **error);
