#pragma once

#include "exchange/read/cell-source.h"
#include "import-cell.h"

const char *gr_typed_cell_read (GrImportCell *cell, GrFieldType type, const GrCell *from);
