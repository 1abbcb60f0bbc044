#include "catch-up-work.h"

#include "shop/base/catch-up.h"

#include <glib/gi18n.h>

/* That it failed is no error of what was done before, and is told as what is left to do. */
static gpointer
catch_up_job (GrShop *shop, gpointer data, const GrProgress *progress, GError **error)
{
  gboolean *is_done = g_new (gboolean, 1);
  g_autoptr (GError) reason = NULL;

  *is_done = gr_shop_catch_up (shop, progress, &reason);
  if (reason)
    g_debug ("the plan did not catch up: %s", reason->message);
  return is_done;
}

static void
caught_up_cb (GrFrame *frame, gpointer result, gpointer data)
{
  if (*(const gboolean *) result)
    gr_frame_withdraw_offer (frame);
  else
    gr_frame_offer (frame, _ ("The plan does not know the last changes yet."), _ ("Plan"), "win.plan");
}

/**
 * gr_catch_up_work_start:
 *
 * Where deeds were done that the plan does not follow from yet, it is made to, with progress and Cancel in the frame,
 * unless that works on something else. Where it fails, the frame offers to plan.
 */
void
gr_catch_up_work_start (GrFrame *frame)
{
  GrShop *shop = gr_frame_get_shop (frame);
  GrFrameWork work = {.title = _ ("Planning…"), .job = catch_up_job, .free_result = g_free, .done = caught_up_cb};

  if (shop && !gr_frame_is_busy (frame) && gr_shop_is_behind (shop))
    gr_frame_run (frame, &work);
}
