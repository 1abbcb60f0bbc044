#include "item-search.h"

#include "app/frame/reading.h"
#include "app/widgets/typing/fresh-text.h"
#include "item-offers.h"
#include "app/widgets/access/one-stop.h"

#include "shop/catalogue/item-card.h"
#include "shop/stock/stock-view.h"

#include <glib/gi18n.h>

#define MAX_WIDTH 460

struct _GrItemSearch {
  GtkWidget parent_instance;

  GtkWidget *entry;
  GtkWidget *popover;
  GtkWidget *list;
  GtkWidget *nothing;
  GrShop *shop;
  gint64 supplier_id;
  GCancellable *asking; /* of what is being found for the words in the entry */
  gboolean wants_first; /* Enter was pressed before it was found */
};

enum { PROP_PROMPT = 1, N_PROPERTIES };

enum { CHOSEN, N_SIGNALS };

static GParamSpec *properties[N_PROPERTIES];

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GrItemSearch, gr_item_search, GTK_TYPE_WIDGET)

static void
choose (GrItemSearch *self, gint64 item_id, GrQty qty)
{
  gr_editable_set_fresh (GTK_EDITABLE (self->entry), "");
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  g_signal_emit (self, signals[CHOSEN], 0, item_id, qty);
}

static gint64
item_of_row (GtkListBoxRow *row)
{
  return row ? *(gint64 *) g_object_get_data (G_OBJECT (row), "item-id") : 0;
}

static GtkWidget *
make_row (const GrStockRow *item)
{
  GtkWidget *row = gtk_list_box_row_new();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *code = gtk_label_new (item->code);
  GtkWidget *description = gtk_label_new (item->description);

  gtk_label_set_ellipsize (GTK_LABEL (description), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (description), 0);
  gtk_widget_set_hexpand (description, TRUE);
  gtk_widget_add_css_class (code, "dim-label");
  gtk_widget_add_css_class (code, "numeric");
  gtk_box_append (GTK_BOX (box), description);
  gtk_box_append (GTK_BOX (box), code);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "item-id", g_memdup2 (&item->item_id, sizeof item->item_id), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, item->description, -1);
  return row;
}

static void
clear_list (GrItemSearch *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0)))
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
}

static void
fill_list (GrItemSearch *self, const GPtrArray *rows)
{
  clear_list (self);
  for (guint i = 0; i < rows->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), make_row (g_ptr_array_index (rows, i)));
  gtk_widget_set_visible (self->nothing, rows->len == 0);
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0));
}

static void
show_offers (GrItemSearch *self)
{
  int width = MIN (gtk_widget_get_width (self->entry), MAX_WIDTH);

  gtk_widget_set_size_request (self->popover, width, -1);
  gtk_popover_set_pointing_to (
      GTK_POPOVER (self->popover), &(GdkRectangle){0, 0, width, gtk_widget_get_height (self->entry)});
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

/* No answer is waited for any more. */
static void
forget (GrItemSearch *self)
{
  if (self->asking)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  self->wants_first = FALSE;
}

/* Takes what is selected of what is offered; where nothing is, the next key writes anew. */
static void
choose_selected (GrItemSearch *self)
{
  gint64 id = item_of_row (gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list)));

  if (id != 0)
    choose (self, id, GR_QTY_ONE);
  else
    gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

static void
offer (GrItemSearch *self, const GPtrArray *rows)
{
  gboolean wants_first = self->wants_first;

  self->wants_first = FALSE;
  fill_list (self, rows);
  if (wants_first)
    choose_selected (self);
  else if (gtk_widget_get_mapped (self->entry))
    show_offers (self);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GrItemSearch) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = gr_item_offers_finish (GR_SHOP (source), result, &error);

  if (g_task_get_cancellable (G_TASK (result)) != self->asking)
    return;
  g_clear_object (&self->asking);
  if (rows) {
    offer (self, rows);
    return;
  }
  forget (self);
  clear_list (self);
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  gr_reading_failed (self, error);
}

static void
changed_cb (GrItemSearch *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));

  forget (self);
  if (!*text || !self->shop || !gtk_widget_get_mapped (self->entry)) {
    clear_list (self);
    gtk_popover_popdown (GTK_POPOVER (self->popover));
    return;
  }
  self->asking = g_cancellable_new();
  gr_item_offers_ask (self->shop, text, self->supplier_id, self->asking, answered_cb, g_object_ref (self));
}

/* A scanner types a code and presses Enter; nobody looks at what is offered then. Who types a name faster than it is
 * found has the first of what is found. */
static void
activate_cb (GrItemSearch *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  g_autoptr (GError) error = NULL;
  GrQty qty = GR_QTY_ONE;
  gint64 id;

  if (!*text || !self->shop)
    return;
  id = gr_shop_find_item (self->shop, text, &qty, &error);
  if (error)
    gr_reading_failed (self, error);
  if (id != 0)
    choose (self, id, qty);
  else if (self->asking)
    self->wants_first = TRUE;
  else
    choose_selected (self);
}

static void
row_activated_cb (GrItemSearch *self, GtkListBoxRow *row)
{
  choose (self, item_of_row (row), GR_QTY_ONE);
}

static void
select_beside (GrItemSearch *self, int step)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  int index = row ? gtk_list_box_row_get_index (row) + step : 0;
  GtkListBoxRow *next = index >= 0 ? gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), index) : NULL;

  if (next)
    gtk_list_box_select_row (GTK_LIST_BOX (self->list), next);
}

static gboolean
key_cb (GrItemSearch *self, guint keyval, guint keycode, GdkModifierType state)
{
  switch (keyval) {
  case GDK_KEY_Up:
  case GDK_KEY_Down:
    select_beside (self, keyval == GDK_KEY_Down ? 1 : -1);
    return GDK_EVENT_STOP;
  case GDK_KEY_Escape:
    if (!*gtk_editable_get_text (GTK_EDITABLE (self->entry)))
      return GDK_EVENT_PROPAGATE;
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
    return GDK_EVENT_STOP;
  default:
    return GDK_EVENT_PROPAGATE;
  }
}

static void
leave_cb (GrItemSearch *self)
{
  forget (self);
  if (self->popover)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
gr_item_search_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GrItemSearch *self = GR_ITEM_SEARCH (widget);

  gtk_widget_size_allocate (self->entry, &(GtkAllocation){0, 0, width, height}, baseline);
  gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
gr_item_search_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
    int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (
      GR_ITEM_SEARCH (widget)->entry, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
}

static gboolean
gr_item_search_focus (GtkWidget *widget, GtkDirectionType direction)
{
  if (gr_one_stop_leaves (widget, direction))
    return FALSE;
  return GTK_WIDGET_CLASS (gr_item_search_parent_class)->focus (widget, direction);
}

static gboolean
gr_item_search_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GR_ITEM_SEARCH (widget)->entry);
}

static void
gr_item_search_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_string (value, gtk_entry_get_placeholder_text (GTK_ENTRY (GR_ITEM_SEARCH (object)->entry)));
}

static void
gr_item_search_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  GtkWidget *entry = GR_ITEM_SEARCH (object)->entry;
  const char *words = g_value_get_string (value);

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
gr_item_search_dispose (GObject *object)
{
  GrItemSearch *self = GR_ITEM_SEARCH (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->entry, gtk_widget_unparent);
  forget (self);
  g_clear_object (&self->shop);
  G_OBJECT_CLASS (gr_item_search_parent_class)->dispose (object);
}

static void
gr_item_search_class_init (GrItemSearchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gr_item_search_dispose;
  G_OBJECT_CLASS (klass)->get_property = gr_item_search_get_property;
  G_OBJECT_CLASS (klass)->set_property = gr_item_search_set_property;
  properties[PROP_PROMPT] =
      g_param_spec_string ("prompt", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPERTIES, properties);
  widget_class->size_allocate = gr_item_search_size_allocate;
  widget_class->measure = gr_item_search_measure;
  widget_class->focus = gr_item_search_focus;
  widget_class->grab_focus = gr_item_search_grab_focus;
  signals[CHOSEN] = g_signal_new ("chosen", GR_TYPE_ITEM_SEARCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
      G_TYPE_INT64, G_TYPE_INT64);
  gtk_widget_class_set_css_name (widget_class, "item-search");
}

static void
make_popover (GrItemSearch *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->list = gtk_list_box_new();
  gtk_widget_set_can_focus (self->list, FALSE);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  self->nothing = gtk_label_new (_ ("No item matches the search."));
  gtk_label_set_wrap (GTK_LABEL (self->nothing), TRUE);
  gtk_widget_add_css_class (self->nothing, "dim-label");
  gtk_box_append (GTK_BOX (box), self->list);
  gtk_box_append (GTK_BOX (box), self->nothing);

  self->popover = gtk_popover_new();
  gtk_popover_set_autohide (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
  gtk_widget_set_can_focus (self->popover, FALSE);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
}

static void
gr_item_search_init (GrItemSearch *self)
{
  GtkEventController *keys = gtk_event_controller_key_new();
  GtkEventController *focus = gtk_event_controller_focus_new();

  self->entry = gtk_entry_new();
  gtk_entry_set_icon_from_icon_name (GTK_ENTRY (self->entry), GTK_ENTRY_ICON_PRIMARY, "gr-barcode-symbolic");
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
  make_popover (self);

  g_signal_connect_object (self->entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->entry, keys);
  g_signal_connect_object (focus, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->entry, focus);
}

GtkWidget *
gr_item_search_new (void)
{
  return g_object_new (GR_TYPE_ITEM_SEARCH, NULL);
}

/**
 * gr_item_search_set_shop:
 * @shop: (nullable)
 * @supplier_id: whose items are offered first, 0 for none
 */
void
gr_item_search_set_shop (GrItemSearch *self, GrShop *shop, gint64 supplier_id)
{
  g_return_if_fail (GR_IS_ITEM_SEARCH (self));

  g_set_object (&self->shop, shop);
  self->supplier_id = supplier_id;
}
