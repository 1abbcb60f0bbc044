#pragma once

#include "demand-store.h"

/**
 * GrDemandTally:
 *
 * Sold lines added up by item and day in memory, for writing them in key order at once.
 */
typedef struct _GrDemandTally GrDemandTally;

typedef enum {
  GR_TALLY_ADD,
  GR_TALLY_TAKE_BACK,
} GrTallyUse;

GrDemandTally *gr_demand_tally_new (int currency_digits);
void gr_demand_tally_free (GrDemandTally *tally);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrDemandTally, gr_demand_tally_free)

void gr_demand_tally_add (GrDemandTally *tally, const GrSaleLine *line);
gboolean gr_demand_tally_add_batch (
    GrDemandTally *tally, GrDatabase *database, gint64 first_line_id, gint64 n_lines, GError **error);
const GrDemandDay *gr_demand_tally_sorted (GrDemandTally *tally, gsize *n_days);
gboolean gr_demand_tally_write (
    GrDemandTally *tally, GrDatabase *database, GrTallyUse use, const GrProgress *progress, GError **error);
