#pragma once

#include "table-state.h"

void gr_table_fit (const GrTableState *state, const int *widths, int room, gboolean *is_shown);
