#pragma once

#include "cell-source.h"

/* At most @n_rows, and about @n_bytes of memory at most. */
typedef struct {
  guint n_rows;
  gsize n_bytes;
} GrCellSampleSize;

GrCellSource *gr_cell_sample_new (GrCellSource *source, const GrCellSampleSize *size, GError **error);
