#pragma once

#include "store/file/database.h"

/* What parts words in a folded text. */
#define GR_ITEM_TEXT_BLANKS " \t\n\r\v\f\x1f"

typedef enum { GR_ITEM_BY_CODE, GR_ITEM_BY_DESCRIPTION } GrItemOrder;

/**
 * GrItemTexts:
 *
 * What all items of a file are called, in memory, for search and for order: their codes, descriptions and barcodes. All
 * connections to a file share one. It follows the journal, in which every change of an item stands, of this program and
 * of others: so it is never kept in the file and can't be out of step with it.
 */
typedef struct _GrItemTexts GrItemTexts;

void gr_item_texts_prepare (GrDatabase *database);
GrItemTexts *gr_item_texts_lock (GrDatabase *database, GError **error);
void gr_item_texts_unlock (GrItemTexts *texts);

guint gr_item_texts_n (const GrItemTexts *texts);
gint64 gr_item_texts_id (const GrItemTexts *texts, guint i);
const char *gr_item_texts_folded (const GrItemTexts *texts, guint i);
GArray *gr_item_texts_ranks (GrItemTexts *texts, GrItemOrder order);
