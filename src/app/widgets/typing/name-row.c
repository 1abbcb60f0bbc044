#include "name-row.h"

#include "domain/base/text.h"

#include <glib/gi18n.h>

#define MAX_OFFERED 100
#define MAX_HEIGHT  220

struct _GrNameRow {
  AdwEntryRow parent_instance;

  char **names;
  GtkWidget *is_new; /* says that the name is none of them */
  GtkWidget *popover;
  GtkWidget *list;
  gboolean is_taking; /* a name that was chosen, which needs no offers */
};

G_DEFINE_FINAL_TYPE (GrNameRow, gr_name_row, ADW_TYPE_ENTRY_ROW)

static char *
read_text (GrNameRow *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self))));
}

static void
close_offers (GrNameRow *self)
{
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
take (GrNameRow *self, GtkListBoxRow *row)
{
  const char *name = gtk_label_get_text (GTK_LABEL (gtk_list_box_row_get_child (row)));

  self->is_taking = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self), name);
  gtk_editable_set_position (GTK_EDITABLE (self), -1);
  self->is_taking = FALSE;
  close_offers (self);
}

static void
add_offer (GrNameRow *self, const char *name)
{
  GtkWidget *row = gtk_list_box_row_new();
  GtkWidget *label = gtk_label_new (name);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

/* Those that hold @text; returns how many there are. */
static guint
fill_offers (GrNameRow *self, const char *text)
{
  g_autofree char *sought = gr_text_fold (text);
  GtkListBoxRow *row;
  guint n = 0;

  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0)))
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
  for (char **name = self->names; name && *name && n < MAX_OFFERED; name++) {
    g_autofree char *folded = gr_text_fold (*name);

    if (!strstr (folded, sought))
      continue;
    add_offer (self, *name);
    n++;
  }
  return n;
}

static void
offer (GrNameRow *self, const char *text)
{
  if (fill_offers (self, text) == 0) {
    close_offers (self);
    return;
  }
  gtk_widget_set_size_request (self->popover, gtk_widget_get_width (GTK_WIDGET (self)), -1);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static gboolean
is_known (GrNameRow *self, const char *text)
{
  g_autofree char *sought = gr_text_fold (text);

  for (char **name = self->names; name && *name; name++) {
    g_autofree char *folded = gr_text_fold (*name);

    if (g_str_equal (folded, sought))
      return TRUE;
  }
  return FALSE;
}

static gboolean
has_focus (GrNameRow *self)
{
  return (gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

static void
changed_cb (GrNameRow *self)
{
  g_autofree char *text = read_text (self);

  gtk_widget_set_visible (self->is_new, *text && !is_known (self, text));
  if (self->is_taking || !has_focus (self) || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  if (*text && !is_known (self, text))
    offer (self, text);
  else
    close_offers (self);
}

static void
open_cb (GrNameRow *self)
{
  gboolean is_open = gtk_widget_get_visible (self->popover);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (is_open)
    close_offers (self);
  else
    offer (self, "");
}

static void
row_activated_cb (GrNameRow *self, GtkListBoxRow *row)
{
  take (self, row);
}

static void
select_beside (GrNameRow *self, int step)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  int index = row ? gtk_list_box_row_get_index (row) + step : 0;
  GtkListBoxRow *next = index >= 0 ? gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), index) : NULL;

  if (next)
    gtk_list_box_select_row (GTK_LIST_BOX (self->list), next);
}

/* Down opens the offers where they are not. */
static void
step (GrNameRow *self, int by)
{
  g_autofree char *text = read_text (self);

  if (!gtk_widget_get_visible (self->popover))
    offer (self, is_known (self, text) ? "" : text);
  select_beside (self, by);
}

static gboolean
key_cb (GrNameRow *self, guint keyval, guint keycode, GdkModifierType state)
{
  gboolean is_open = gtk_widget_get_visible (self->popover);
  GtkListBoxRow *chosen = is_open ? gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list)) : NULL;

  switch (keyval) {
  case GDK_KEY_Up:
  case GDK_KEY_Down:
    step (self, keyval == GDK_KEY_Down ? 1 : -1);
    return GDK_EVENT_STOP;
  case GDK_KEY_Escape:
    close_offers (self);
    return is_open ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
  case GDK_KEY_Return:
  case GDK_KEY_KP_Enter:
    if (chosen)
      take (self, chosen);
    return chosen ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
  default:
    return GDK_EVENT_PROPAGATE;
  }
}

static void
gr_name_row_dispose (GObject *object)
{
  g_clear_pointer (&GR_NAME_ROW (object)->popover, gtk_widget_unparent);
  G_OBJECT_CLASS (gr_name_row_parent_class)->dispose (object);
}

static void
gr_name_row_finalize (GObject *object)
{
  g_strfreev (GR_NAME_ROW (object)->names);
  G_OBJECT_CLASS (gr_name_row_parent_class)->finalize (object);
}

static void
leave_cb (GrNameRow *self)
{
  if (self->popover)
    close_offers (self);
}

static void
gr_name_row_class_init (GrNameRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gr_name_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = gr_name_row_finalize;
}

static void
make_popover (GrNameRow *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new();

  self->list = gtk_list_box_new();
  gtk_widget_set_can_focus (self->list, FALSE);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MAX_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  self->popover = gtk_popover_new();
  gtk_popover_set_autohide (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
  gtk_popover_set_child (GTK_POPOVER (self->popover), scroller);
  gtk_widget_set_can_focus (self->popover, FALSE);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
}

/* The arrow is for the mouse: by keyboard Down does it, and Tab goes on to the next row. */
static void
make_suffixes (GrNameRow *self)
{
  GtkWidget *arrow = gtk_button_new_from_icon_name ("pan-down-symbolic");

  self->is_new = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->is_new, "dim-label");
  gtk_widget_set_visible (self->is_new, FALSE);
  gtk_widget_set_valign (arrow, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (arrow, "flat");
  gtk_widget_set_can_focus (arrow, FALSE);
  gtk_widget_set_focusable (arrow, FALSE);
  gtk_widget_set_tooltip_text (arrow, _ ("Choose…"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (arrow), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Choose…"), -1);
  g_signal_connect_object (arrow, "clicked", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), self->is_new);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), arrow);
}

static void
gr_name_row_init (GrNameRow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new();
  GtkEventController *focus = gtk_event_controller_focus_new();

  make_suffixes (self);
  make_popover (self);
  g_signal_connect (self, "changed", G_CALLBACK (changed_cb), NULL);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_object (focus, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

/**
 * gr_name_row_new:
 * @new_word: what is said beside a name that there is not yet: "new supplier"
 */
GtkWidget *
gr_name_row_new (const char *title, const char *new_word)
{
  GrNameRow *self = g_object_new (GR_TYPE_NAME_ROW, "title", title, NULL);

  gtk_label_set_text (GTK_LABEL (self->is_new), new_word);
  return GTK_WIDGET (self);
}

/**
 * gr_name_row_set_names:
 *
 * Says which names there are, in the order in which they are offered.
 */
void
gr_name_row_set_names (GrNameRow *self, const char *const *names)
{
  g_return_if_fail (GR_IS_NAME_ROW (self));

  g_strfreev (self->names);
  self->names = g_strdupv ((char **) names);
  changed_cb (self);
}
