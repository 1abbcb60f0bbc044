#pragma once

#include "domain/importing/import-cell.h"
#include "exchange/read/cell-source.h"

const char *gr_typed_cell_read (GrImportCell *cell, GrFieldType type, const GrCell *from);
