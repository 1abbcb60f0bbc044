#include "reading.h"

#include "frame.h"

#include "domain/base/error.h"

#include <glib/gi18n.h>

/* What is not there, or not to be had in this state, is an answer. */
static gboolean
is_answer (const GError *error)
{
  return g_error_matches (error, GR_ERROR, GR_ERROR_NOT_FOUND) || g_error_matches (error, GR_ERROR, GR_ERROR_INVALID) ||
         g_error_matches (error, GR_ERROR, GR_ERROR_REFUSED) ||
         g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/**
 * gr_reading_failed:
 * @widget: a #GtkWidget that would have shown what was to be read
 * @error: (nullable)
 *
 * Whatever is read for the screen and can't be comes here: the page that @widget is on says so in its place, with Try
 * again, so that a damaged or busy file never looks like a shop with nothing in it. In a dialog the frame says it. Of
 * cancelled readings and of things that are not there nothing is said.
 */
void
gr_reading_failed (gpointer widget, const GError *error)
{
  GtkWidget *at = widget;
  GrFrame *frame;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (!error || is_answer (error)) {
    g_debug ("not read: %s", error ? error->message : "nothing there");
    return;
  }
  while (at && !GR_IS_PAGE (at))
    at = gtk_widget_get_parent (at);
  frame = at ? NULL : gr_frame_of (widget);
  if (at)
    gr_page_fail (GR_PAGE (at), error);
  else if (frame)
    gr_frame_say_error (frame, _ ("The shop file can’t be read"), error);
}
