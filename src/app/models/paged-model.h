#pragma once

#include "id-asker.h"
#include "paged-selection.h"
#include "record-cache.h"
#include "row.h"

#include <gtk/gtk.h>

/**
 * GrPagedModel:
 *
 * A list of #GrRow over ids, of which only those are read that are looked at; with the selection, which is kept by id.
 * Access is O(1), taking a new list O(n) in 8 bytes a row. A list asked for later makes an earlier answer void; the
 * old list is shown until the new one is there.
 *
 * Signals: "loaded": an answer has been taken; "failed" (GError): the list or some of its rows can't be read;
 * "selected": the selection is another one.
 */
#define GR_TYPE_PAGED_MODEL (gr_paged_model_get_type())
G_DECLARE_FINAL_TYPE (GrPagedModel, gr_paged_model, GR, PAGED_MODEL, GrPagedSelection)

GrPagedModel *gr_paged_model_new (const GrRowSource *source, gboolean selects_many);
void gr_paged_model_query (GrPagedModel *self, GrShop *shop, const GrIdQuestion *question);
void gr_paged_model_set_ids (GrPagedModel *self, GrShop *shop, const gint64 *ids, gsize n);
void gr_paged_model_take_rows (GrPagedModel *self, GPtrArray *rows);
void gr_paged_model_refresh (GrPagedModel *self);
void gr_paged_model_clear (GrPagedModel *self);

/* One row of many that are read one after the other. */
typedef void (*GrRowVisit) (gconstpointer row, gpointer data);

GArray *gr_paged_model_get_ids (GrPagedModel *self);
gboolean gr_paged_model_read (GrPagedModel *self, GrIdSpan ids, GrRowVisit visit, gpointer data, GError **error);

gboolean gr_paged_model_is_loaded (GrPagedModel *self);
guint gr_paged_model_position_of (GrPagedModel *self, gint64 id);
gint64 gr_paged_model_get_selected (GrPagedModel *self);
gboolean gr_paged_model_select (GrPagedModel *self, gint64 id);
