#pragma once

#include "row.h"

/**
 * GrRowPositions:
 *
 * The rows of a list that somebody has asked for, by where they stand.
 */
typedef struct _GrRowPositions GrRowPositions;

typedef void (*GrRowFunc) (guint position, GrRow *row, gpointer user_data);

GrRowPositions *gr_row_positions_new (void);
void gr_row_positions_free (GrRowPositions *rows);
GrRow *gr_row_positions_get (GrRowPositions *rows, guint position);
void gr_row_positions_put (GrRowPositions *rows, guint position, GrRow *row);
void gr_row_positions_splice (GrRowPositions *rows, guint position, guint n_removed, guint n_added);
void gr_row_positions_drop_unwatched (GrRowPositions *rows);
guint gr_row_positions_count (GrRowPositions *rows);
void gr_row_positions_for_each (GrRowPositions *rows, GrRowFunc func, gpointer user_data);
