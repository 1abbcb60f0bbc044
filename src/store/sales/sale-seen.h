#pragma once

#include "demand-store.h"

/**
 * GrSaleSeen:
 *
 * Knows which sold lines are in the file already. A line with a number is known by invoice and number; one without by
 * what it says (invoice, item, day, quantity, price), as often as it says it.
 */
typedef struct _GrSaleSeen GrSaleSeen;

GrSaleSeen *gr_sale_seen_new (GrDatabase *database);
void gr_sale_seen_free (GrSaleSeen *seen);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrSaleSeen, gr_sale_seen_free)

gboolean gr_sale_seen_check (GrSaleSeen *seen, const GrSaleLine *line, gboolean *is_duplicate, GError **error);
