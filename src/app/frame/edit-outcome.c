#include "edit-outcome.h"

#include "domain/base/error.h"

/**
 * gr_edit_failed:
 * @error: why what was typed in @row was not saved
 *
 * What was typed stays. Where another changed the same, the row shows what the file has by now and asks; where another
 * program holds the file, it is tried again for a minute.
 */
void
gr_edit_failed (GrEditRow *row, GrShop *shop, const GError *error)
{
  GrFrame *frame = gr_frame_of (row);
  g_autoptr (GPtrArray) others = NULL; /* told of by the question */

  gr_edit_row_refuse (row, error->message);
  if (g_error_matches (error, GR_ERROR, GR_ERROR_CONFLICT)) {
    others = gr_shop_notice_others (shop);
    gr_edit_row_ask (row);
    return;
  }
  if (frame)
    gr_frame_say (frame, error->message);
  if (g_error_matches (error, GR_ERROR, GR_ERROR_BUSY))
    gr_edit_row_try_again (row);
}

/**
 * gr_edit_settle:
 *
 * To be called before @row shows something else: where what was typed still waits for another program to let go of the
 * file, it is waited for too.
 */
void
gr_edit_settle (GrEditRow *row, GrShop *shop)
{
  if (!gr_edit_row_is_waiting (row))
    return;
  gr_shop_be_impatient (shop, FALSE);
  gr_edit_row_settle (row);
  gr_shop_be_impatient (shop, TRUE);
}
