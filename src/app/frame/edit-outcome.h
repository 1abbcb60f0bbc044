#pragma once

#include "frame.h"

#include "app/widgets/edit-row.h"

void gr_edit_failed (GrEditRow *row, GrShop *shop, const GError *error);
void gr_edit_settle (GrEditRow *row, GrShop *shop);
