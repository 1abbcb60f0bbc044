#pragma once

#include "domain/importing/cell-notation.h"
#include "domain/importing/import-cell.h"

const char *gr_text_cell_read (GrImportCell *cell, GrFieldType type, const GrCellNotation *notation);
