#include "frame.h"

#include "shop/base/undo-deed.h"

#include <glib/gi18n.h>

G_DEFINE_INTERFACE (GrFrame, gr_frame, GTK_TYPE_WIDGET)

static void
gr_frame_default_init (GrFrameInterface *iface)
{
}

/**
 * gr_frame_of:
 * @widget: a #GtkWidget
 *
 * Returns: (nullable) (transfer none): the frame that the widget is in, through dialogs and popovers
 */
GrFrame *
gr_frame_of (gpointer widget)
{
  GtkWidget *at = widget;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  while (at && !GR_IS_FRAME (at)) {
    GtkWidget *parent = gtk_widget_get_parent (at);

    at = !parent && GTK_IS_WINDOW (at) ? GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (at))) : parent;
  }
  return at ? GR_FRAME (at) : NULL;
}

/**
 * gr_frame_get_window:
 *
 * Returns: (transfer none): what a dialog of the frame stands before
 */
GtkWindow *
gr_frame_get_window (GrFrame *self)
{
  g_return_val_if_fail (GR_IS_FRAME (self), NULL);
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

/**
 * gr_frame_get_shop:
 *
 * Returns: (nullable) (transfer none): the shop on show
 */
GrShop *
gr_frame_get_shop (GrFrame *self)
{
  g_return_val_if_fail (GR_IS_FRAME (self), NULL);
  return GR_FRAME_GET_IFACE (self)->get_shop (self);
}

/**
 * gr_frame_get_settings:
 *
 * Returns: (transfer none): what the program remembers
 */
GrSettings *
gr_frame_get_settings (GrFrame *self)
{
  g_return_val_if_fail (GR_IS_FRAME (self), NULL);
  return GR_FRAME_GET_IFACE (self)->get_settings (self);
}

/**
 * gr_frame_get_page:
 *
 * Returns: (nullable) (transfer none): the page on screen
 */
GrPage *
gr_frame_get_page (GrFrame *self)
{
  g_return_val_if_fail (GR_IS_FRAME (self), NULL);
  return GR_FRAME_GET_IFACE (self)->get_page (self);
}

/**
 * gr_frame_go:
 * @page_id: a page of the registry; of a page that is not there nothing is said
 * @id: what it shall show, 0 for the page as it is
 *
 * Goes to a page. From there Back leads here, unless it is a page of the sidebar as such.
 */
void
gr_frame_go (GrFrame *self, const char *page_id, gint64 id)
{
  g_return_if_fail (GR_IS_FRAME (self));
  GR_FRAME_GET_IFACE (self)->go (self, page_id, id);
}

/**
 * gr_frame_go_back:
 *
 * Returns: whether there was somewhere to go back to
 */
gboolean
gr_frame_go_back (GrFrame *self)
{
  g_return_val_if_fail (GR_IS_FRAME (self), FALSE);
  return GR_FRAME_GET_IFACE (self)->go_back (self);
}

void
gr_frame_show_item (GrFrame *self, gint64 item_id)
{
  gr_frame_go (self, "item", item_id);
}

void
gr_frame_show_order (GrFrame *self, gint64 order_id)
{
  gr_frame_go (self, "order", order_id);
}

void
gr_frame_show_supplier (GrFrame *self, gint64 supplier_id)
{
  gr_frame_go (self, "supplier", supplier_id);
}

/**
 * gr_frame_clear_search:
 *
 * Everything is found again.
 */
void
gr_frame_clear_search (GrFrame *self)
{
  g_return_if_fail (GR_IS_FRAME (self));
  GR_FRAME_GET_IFACE (self)->clear_search (self);
}

/**
 * gr_frame_say:
 * @text: a sentence, plain text
 *
 * Says something that needs no answer.
 */
void
gr_frame_say (GrFrame *self, const char *text)
{
  g_return_if_fail (GR_IS_FRAME (self));
  GR_FRAME_GET_IFACE (self)->say (self, text, NULL, NULL);
}

/**
 * gr_frame_say_with:
 * @text: what was done, plain text
 * @verb: on a button, static text
 * @action: an action of the frame without a parameter, static text
 *
 * Says something, and for a while what can be done with it.
 */
void
gr_frame_say_with (GrFrame *self, const char *text, const char *verb, const char *action)
{
  g_return_if_fail (GR_IS_FRAME (self));
  GR_FRAME_GET_IFACE (self)->say (self, text, verb, action);
}

/**
 * gr_frame_say_error:
 * @heading: what could not be done
 *
 * Says why something was not done, in a dialog; of cancelled work nothing is said.
 */
void
gr_frame_say_error (GrFrame *self, const char *heading, const GError *error)
{
  g_return_if_fail (GR_IS_FRAME (self));

  if (error && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    GR_FRAME_GET_IFACE (self)->say_error (self, heading, error);
}

/**
 * gr_frame_offer_undo:
 * @text: (nullable): what was done, plain text; %NULL for the title of the last deed
 *
 * Says that a deed was done, and offers Undo.
 */
void
gr_frame_offer_undo (GrFrame *self, const char *text)
{
  GrShop *shop;
  g_autofree char *title = NULL;

  g_return_if_fail (GR_IS_FRAME (self));

  shop = gr_frame_get_shop (self);
  if (!text && shop)
    title = gr_shop_undo_title (shop);
  GR_FRAME_GET_IFACE (self)->say (self, text ? text : title ? title : _ ("Done"), _ ("Undo"), "win.undo");
}

/**
 * gr_frame_offer:
 * @text: why, in a sentence
 * @verb: on the button
 * @action: static text, an action of the frame without a parameter
 *
 * Offers something to do next, where it waits until it is taken or something else is to be said.
 */
void
gr_frame_offer (GrFrame *self, const char *text, const char *verb, const char *action)
{
  g_return_if_fail (GR_IS_FRAME (self));
  g_return_if_fail (text && verb && action);
  GR_FRAME_GET_IFACE (self)->offer (self, text, verb, action);
}

/**
 * gr_frame_withdraw_offer:
 *
 * What was offered is done, or has lost its reason.
 */
void
gr_frame_withdraw_offer (GrFrame *self)
{
  g_return_if_fail (GR_IS_FRAME (self));
  GR_FRAME_GET_IFACE (self)->offer (self, NULL, NULL, NULL);
}

/**
 * gr_frame_run:
 * @work: copied; its data are freed when it is over, or at once where it does not begin
 *
 * Runs a job on the frame's shop in a thread, with progress and Cancel in sight.
 *
 * Returns: %FALSE, and the frame has said so, where something else is still being worked on
 */
gboolean
gr_frame_run (GrFrame *self, const GrFrameWork *work)
{
  g_return_val_if_fail (GR_IS_FRAME (self), FALSE);
  return GR_FRAME_GET_IFACE (self)->run (self, work);
}

gboolean
gr_frame_is_busy (GrFrame *self)
{
  g_return_val_if_fail (GR_IS_FRAME (self), FALSE);
  return GR_FRAME_GET_IFACE (self)->is_busy (self);
}
