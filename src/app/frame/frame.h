#pragma once

#include "page.h"
#include "settings.h"

/**
 * GrFrame:
 *
 * What stands around a page or a dialog: it says things, goes elsewhere and runs long work. Pages, dialogs and rows
 * find it by walking up with gr_frame_of() and know nothing else of the window, which is one.
 */
#define GR_TYPE_FRAME (gr_frame_get_type())
G_DECLARE_INTERFACE (GrFrame, gr_frame, GR, FRAME, GtkWidget)

/* @result is what the job gave; it is freed afterwards. */
typedef void (*GrFrameDone) (GrFrame *self, gpointer result, gpointer data);

/**
 * GrFrameWork:
 * @title: what is being done, for the progress bar
 * @job: done in a thread, with a shop of its own
 * @data: for @job, freed in every case
 * @done: (nullable): what to do afterwards, where the work succeeded and its shop is still on show; of the rest the
 *   frame has spoken
 * @done_data: for @done, freed in every case
 */
typedef struct {
  const char *title;
  GrShopJob job;
  gpointer data;
  GDestroyNotify free_data;
  GDestroyNotify free_result;
  GrFrameDone done;
  gpointer done_data;
  GDestroyNotify free_done_data;
} GrFrameWork;

struct _GrFrameInterface {
  GTypeInterface parent_interface;

  GrShop *(*get_shop) (GrFrame *self);
  GrSettings *(*get_settings) (GrFrame *self);
  GrPage *(*get_page) (GrFrame *self);
  void (*go) (GrFrame *self, const char *page_id, gint64 id);
  gboolean (*go_back) (GrFrame *self);
  void (*clear_search) (GrFrame *self);
  void (*say) (GrFrame *self, const char *text, const char *verb, const char *action);
  void (*say_error) (GrFrame *self, const char *heading, const GError *error);
  void (*offer) (GrFrame *self, const char *text, const char *verb, const char *action);
  gboolean (*run) (GrFrame *self, const GrFrameWork *work);
  gboolean (*is_busy) (GrFrame *self);
};

GrFrame *gr_frame_of (gpointer widget);
GtkWindow *gr_frame_get_window (GrFrame *self);
GrShop *gr_frame_get_shop (GrFrame *self);
GrSettings *gr_frame_get_settings (GrFrame *self);

GrPage *gr_frame_get_page (GrFrame *self);
void gr_frame_go (GrFrame *self, const char *page_id, gint64 id);
gboolean gr_frame_go_back (GrFrame *self);
void gr_frame_show_item (GrFrame *self, gint64 item_id);
void gr_frame_show_order (GrFrame *self, gint64 order_id);
void gr_frame_show_supplier (GrFrame *self, gint64 supplier_id);
void gr_frame_clear_search (GrFrame *self);

void gr_frame_say (GrFrame *self, const char *text);
void gr_frame_say_with (GrFrame *self, const char *text, const char *verb, const char *action);
void gr_frame_say_error (GrFrame *self, const char *heading, const GError *error);
void gr_frame_offer_undo (GrFrame *self, const char *text);
void gr_frame_offer (GrFrame *self, const char *text, const char *verb, const char *action);
void gr_frame_withdraw_offer (GrFrame *self);

gboolean gr_frame_run (GrFrame *self, const GrFrameWork *work);
gboolean gr_frame_is_busy (GrFrame *self);
