#include "frame-work.h"

#include <glib/gi18n.h>

typedef struct {
  GrFrame *frame;
  GrWorkBar *bar;
  GrFrameWork work;
} Run;

static void
free_run (Run *run)
{
  g_object_unref (run->frame);
  g_object_unref (run->bar);
  if (run->work.free_done_data)
    run->work.free_done_data (run->work.done_data);
  g_free (run);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Run, free_run)

static void
forget (const GrFrameWork *work)
{
  if (work->free_data)
    work->free_data (work->data);
  if (work->free_done_data)
    work->free_done_data (work->done_data);
}

static void
report_cb (const char *what, double fraction, gpointer bar)
{
  gr_work_bar_report (bar, what, fraction);
}

static void
tell (const Run *run, gpointer outcome, const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    gr_frame_say (run->frame, _ ("Stopped. Nothing was changed."));
  else if (error)
    gr_frame_say_error (run->frame, _ ("That didn’t work"), error);
  else if (run->work.done)
    run->work.done (run->frame, outcome, run->work.done_data);
}

/* The window may close as soon as the work is over, and another shop may have been opened while it was not: what it
 * gave is of no interest then, and its Undo would be another shop's. */
static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Run) run = user_data;
  g_autoptr (GError) error = NULL;
  gpointer outcome = gr_shop_run_finish (GR_SHOP (source), result, &error);

  gr_work_bar_end (run->bar);
  if (gr_frame_get_shop (run->frame) == (GrShop *) source)
    tell (run, outcome, error);
  if (outcome && run->work.free_result)
    run->work.free_result (outcome);
}

/**
 * gr_frame_work_start:
 * @bar: of the frame; shows the progress and says whether something works
 * @work: as gr_frame_run() has it; @frame must have a shop
 *
 * Returns: %FALSE, having said so, where something else is still being worked on
 */
gboolean
gr_frame_work_start (GrFrame *frame, GrWorkBar *bar, const GrFrameWork *work)
{
  GrShopWork shown = {.job = work->job,
      .data = work->data,
      .free_data = work->free_data,
      .free_result = work->free_result,
      .progress = report_cb,
      .progress_data = bar};
  GrShop *shop = gr_frame_get_shop (frame);
  GCancellable *cancellable;
  Run *run;

  if (!shop || gr_work_bar_is_busy (bar)) {
    if (shop)
      gr_frame_say (frame, _ ("Another task is still running."));
    forget (work);
    return FALSE;
  }
  run = g_new (Run, 1);
  *run = (Run){g_object_ref (frame), g_object_ref (bar), *work};
  cancellable = gr_work_bar_begin (bar, work->title);
  gr_shop_run_async (shop, &shown, cancellable, done_cb, run);
  return TRUE;
}
