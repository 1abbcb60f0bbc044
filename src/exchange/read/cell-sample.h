#pragma once

#include "cell-source.h"

GrCellSource *gr_cell_sample_new (GrCellSource *source, guint n_rows, gsize n_bytes, GError **error);
