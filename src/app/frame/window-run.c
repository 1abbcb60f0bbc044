#include "window-private.h"
#include "window-actions.h"

#include <glib/gi18n.h>

/**
 * gr_window_begin_work:
 * @cancellable: (out) (transfer none): what the Cancel button triggers
 *
 * Shows that something works. Returns %FALSE, and says so, where something else still does.
 */
gboolean
gr_window_begin_work (GrWindow *self, const char *title, GCancellable **cancellable)
{
  g_return_val_if_fail (GR_IS_WINDOW (self), FALSE);

  if (gr_window_is_busy (self)) {
    gr_window_say (self, _ ("Something else is still being worked on."));
    return FALSE;
  }
  *cancellable = gr_work_bar_begin (gr_window_get_work_bar (self), title);
  gr_window_actions_update (self);
  return TRUE;
}

void
gr_window_report_work (GrWindow *self, const char *what, double fraction)
{
  g_return_if_fail (GR_IS_WINDOW (self));
  gr_work_bar_report (gr_window_get_work_bar (self), what, fraction);
}

/**
 * gr_window_end_work:
 *
 * A window that somebody wanted to close meanwhile closes now.
 */
void
gr_window_end_work (GrWindow *self)
{
  g_return_if_fail (GR_IS_WINDOW (self));

  gr_work_bar_end (gr_window_get_work_bar (self));
  gr_window_actions_update (self);
  gr_window_close_if_wanted (self);
}

gboolean
gr_window_is_busy (GrWindow *self)
{
  g_return_val_if_fail (GR_IS_WINDOW (self), FALSE);
  return gr_work_bar_is_busy (gr_window_get_work_bar (self));
}

typedef struct {
  GrWindow *window;
  GrWindowDone done;
  gpointer data;
} Run;

static void
report_cb (const char *what, double fraction, gpointer data)
{
  gr_window_report_work (data, what, fraction);
}

static void
run_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Run *run = user_data;
  g_autoptr (GrWindow) window = run->window;
  g_autoptr (GError) error = NULL;
  gpointer outcome = gr_shop_run_finish (GR_SHOP (source), result, &error);

  gr_window_end_work (window);
  if (error && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    gr_window_say (window, _ ("Stopped. Nothing was changed."));
  else if (error)
    gr_window_say_error (window, _ ("That could not be done"), error);
  else if (run->done)
    run->done (window, outcome, run->data);
}

/**
 * gr_window_run:
 * @title: what is being done, for the progress bar
 * @work: its progress fields are the window's to fill
 * @done: (nullable): what to do with the result, on success only
 *
 * Runs a job on the window's shop in a thread, with progress and Cancel in sight.
 */
void
gr_window_run (GrWindow *self, const char *title, const GrShopWork *work, GrWindowDone done, gpointer data)
{
  GrShopWork shown = *work;
  GCancellable *cancellable;
  Run *run;

  g_return_if_fail (GR_IS_WINDOW (self));
  g_return_if_fail (gr_window_get_shop (self));

  if (!gr_window_begin_work (self, title, &cancellable)) {
    if (work->free_data)
      work->free_data (work->data);
    return;
  }
  run = g_new (Run, 1);
  *run = (Run){g_object_ref (self), done, data};
  shown.progress = report_cb;
  shown.progress_data = self;
  gr_shop_run_async (gr_window_get_shop (self), &shown, cancellable, run_done_cb, run);
}
