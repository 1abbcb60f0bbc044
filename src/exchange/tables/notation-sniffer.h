#pragma once

#include "domain/importing/cell-notation.h"
#include "exchange/read/cell-source.h"

gboolean gr_cell_notation_sniff (GrCellNotation *notation, GrCellSource *sample, char usual_sign, GError **error);
