#pragma once

#include "page.h"
#include "settings.h"

/**
 * GrWindow:
 *
 * The frame: navigation, header bar, status line and the pages of one shop. Pages reach it by gr_window_of() to go
 * elsewhere, to say that a deed was done, and to run long work.
 */
#define GR_TYPE_WINDOW (gr_window_get_type())
G_DECLARE_FINAL_TYPE (GrWindow, gr_window, GR, WINDOW, AdwApplicationWindow)

GrWindow *gr_window_new (GtkApplication *application, GrSettings *settings);
GrWindow *gr_window_of (gpointer widget);
void gr_window_set_shop (GrWindow *self, GrShop *shop);
GrShop *gr_window_get_shop (GrWindow *self);
GrSettings *gr_window_get_settings (GrWindow *self);

void gr_window_go (GrWindow *self, const char *page_id, gint64 id);
gboolean gr_window_go_back (GrWindow *self);
GrPage *gr_window_get_page (GrWindow *self);
void gr_window_show_item (GrWindow *self, gint64 item_id);
void gr_window_show_order (GrWindow *self, gint64 order_id);
void gr_window_show_supplier (GrWindow *self, gint64 supplier_id);

void gr_window_say (GrWindow *self, const char *text);
void gr_window_say_done (GrWindow *self, const char *text);
void gr_window_offer (GrWindow *self, const char *text, const char *verb, const char *action);
void gr_window_withdraw_offer (GrWindow *self);
void gr_window_say_error (GrWindow *self, const char *heading, const GError *error);

/* @result is what the job gave and belongs to the callee. Not called where the work failed or was cancelled: the window
 * has said so. */
typedef void (*GrWindowDone) (GrWindow *self, gpointer result, gpointer data);

void gr_window_run (GrWindow *self, const char *title, const GrShopWork *work, GrWindowDone done, gpointer data);
gboolean gr_window_is_busy (GrWindow *self);
gboolean gr_window_begin_work (GrWindow *self, const char *title, GCancellable **cancellable);
void gr_window_report_work (GrWindow *self, const char *what, double fraction);
void gr_window_end_work (GrWindow *self);

void gr_window_find (GrWindow *self);
void gr_window_clear_search (GrWindow *self);
void gr_window_scan (GrWindow *self);
