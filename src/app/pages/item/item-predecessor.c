#include "item-predecessor.h"

#include "app/frame/reading.h"
#include "app/text/parse-amount.h"
#include "app/widgets/decimal-key.h"
#include "app/widgets/item-search.h"
#include "app/frame/frame.h"
#include "app/widgets/access/voice.h"

#include "shop/forecasting/known-events.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* Beyond what a share can be: refused with its reason. */
#define TOO_LARGE 1001

struct _GrItemPredecessor {
  GtkWidget parent_instance;

  GtkWidget *group;
  GtkWidget *item;
  GtkWidget *search;
  GtkWidget *clear;
  GtkWidget *share;

  GrShop *shop;
  gint64 item_id;
  GrPredecessorChoice choice;
};

G_DEFINE_FINAL_TYPE (GrItemPredecessor, gr_item_predecessor, GTK_TYPE_WIDGET)

static void
show_choice (GrItemPredecessor *self)
{
  const GrPredecessorChoice *choice = &self->choice;
  gboolean is_set = choice->item_id != 0;
  g_autofree char *text = is_set ? g_strdup_printf ("%s %s", choice->code, choice->description)
                                 : g_strdup (_ ("None: an entirely new item"));
  g_autofree char *subtitle = g_markup_escape_text (text, -1);
  g_autofree char *share = choice->share_percent > 0 ? g_strdup_printf ("%d", choice->share_percent) : g_strdup ("");

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->item), subtitle);
  gtk_widget_set_visible (self->clear, is_set);
  gtk_widget_set_visible (self->share, is_set);
  gtk_editable_set_text (GTK_EDITABLE (self->share), share);
}

static void
choose (GrItemPredecessor *self, gint64 item_id, int share_percent)
{
  GrPredecessorChoice choice = {.item_id = item_id, .share_percent = share_percent};
  GrFrame *frame = gr_frame_of (self);
  g_autoptr (GError) error = NULL;

  if (gr_shop_set_predecessor (self->shop, self->item_id, &choice, &error))
    gr_frame_offer_undo (frame, NULL);
  else
    gr_frame_say_error (frame, _ ("The predecessor can’t be changed"), error);
  gr_item_predecessor_show_item (self, self->shop, self->item_id);
}

static void
item_chosen_cb (GrItemPredecessor *self, gint64 item_id)
{
  choose (self, item_id, self->choice.share_percent);
}

static void
clear_cb (GrItemPredecessor *self)
{
  choose (self, 0, 0);
}

static void
share_applied_cb (GrItemPredecessor *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->share))));
  GrAmountRule rule = {.digits = 0, .unit = "%"};
  g_autoptr (GError) error = NULL;
  gint64 share = 0;

  if (*text && !gr_parse_amount (text, &rule, &share, &error)) {
    gr_frame_say_error (gr_frame_of (self), _ ("The predecessor can’t be changed"), error);
    show_choice (self);
    return;
  }
  choose (self, self->choice.item_id, (int) CLAMP (share, -1, TOO_LARGE));
}

/**
 * gr_item_predecessor_show_item:
 *
 * Shows whose place the item takes as it stands in the file.
 */
void
gr_item_predecessor_show_item (GrItemPredecessor *self, GrShop *shop, gint64 item_id)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (GR_IS_ITEM_PREDECESSOR (self));

  g_set_object (&self->shop, shop);
  self->item_id = item_id;
  gr_predecessor_choice_clear (&self->choice);
  if (!gr_shop_predecessor (shop, item_id, &self->choice, &error))
    gr_reading_failed (self, error);
  gr_item_search_set_shop (GR_ITEM_SEARCH (self->search), shop, 0);
  show_choice (self);
}

static void
gr_item_predecessor_dispose (GObject *object)
{
  GrItemPredecessor *self = GR_ITEM_PREDECESSOR (object);

  g_clear_pointer (&self->group, gtk_widget_unparent);
  g_clear_object (&self->shop);
  gr_predecessor_choice_clear (&self->choice);
  G_OBJECT_CLASS (gr_item_predecessor_parent_class)->dispose (object);
}

static void
gr_item_predecessor_class_init (GrItemPredecessorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gr_item_predecessor_dispose;
  g_type_ensure (GR_TYPE_ITEM_SEARCH);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/granary/Granary/pages/item/item-predecessor.ui");
  gtk_widget_class_bind_template_child (widget_class, GrItemPredecessor, group);
  gtk_widget_class_bind_template_child (widget_class, GrItemPredecessor, item);
  gtk_widget_class_bind_template_child (widget_class, GrItemPredecessor, search);
  gtk_widget_class_bind_template_child (widget_class, GrItemPredecessor, clear);
  gtk_widget_class_bind_template_child (widget_class, GrItemPredecessor, share);
  gtk_widget_class_bind_template_callback (widget_class, item_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
  gtk_widget_class_bind_template_callback (widget_class, share_applied_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
gr_item_predecessor_init (GrItemPredecessor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gr_decimal_key_add (GTK_EDITABLE (self->share));
  gr_voice_give (GTK_WIDGET (self));
}
