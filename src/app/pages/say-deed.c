#include "say-deed.h"

#include "window.h"

#include "shop/undo-deed.h"

/**
 * gr_say_deed:
 * @widget: one in a window
 *
 * Says what was done last, in the words that the file keeps, and offers Undo.
 */
void
gr_say_deed (gpointer widget)
{
  GrWindow *window = gr_window_of (widget);
  g_autofree char *title =
      window && gr_window_get_shop (window) ? gr_shop_undo_title (gr_window_get_shop (window)) : NULL;

  if (title)
    gr_window_say_done (window, title);
}

/**
 * gr_say_why_not:
 *
 * Says why what was typed was not taken, without getting in the way.
 */
void
gr_say_why_not (gpointer widget, const GError *error)
{
  GrWindow *window = gr_window_of (widget);

  if (window)
    gr_window_say (window, error->message);
}
