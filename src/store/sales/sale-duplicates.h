#pragma once

#include "demand-store.h"

/**
 * GrSaleDuplicates:
 *
 * Knows which sold lines are in the file already. A line with a number is known by invoice and number; one without by
 * what it says (invoice, item, day, quantity, price), as often as it says it.
 */
typedef struct _GrSaleDuplicates GrSaleDuplicates;

GrSaleDuplicates *gr_sale_duplicates_new (GrDatabase *database);
void gr_sale_duplicates_free (GrSaleDuplicates *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrSaleDuplicates, gr_sale_duplicates_free)

gboolean gr_sale_duplicates_check (
    GrSaleDuplicates *self, const GrSaleLine *line, gboolean *is_duplicate, GError **error);
