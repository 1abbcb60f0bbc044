#include "cell-entry.h"

#include "app/widgets/decimal-key.h"
#include "app/widgets/typing/fresh-text.h"

struct _GrCellEntry {
  GtkWidget parent_instance;

  GtkWidget *label;
  GtkWidget *entry;
  char *shown; /* what the file says */
  gboolean is_committing;
};

enum { EDITED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GrCellEntry, gr_cell_entry, GTK_TYPE_WIDGET)

/**
 * gr_cell_entry_is_changed:
 *
 * Returns: whether something was typed that is not saved yet
 */
gboolean
gr_cell_entry_is_changed (GrCellEntry *self)
{
  g_return_val_if_fail (GR_IS_CELL_ENTRY (self), FALSE);
  return g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->entry)), self->shown) != 0;
}

/**
 * gr_cell_entry_forget:
 *
 * Puts back what was there.
 */
void
gr_cell_entry_forget (GrCellEntry *self)
{
  g_return_if_fail (GR_IS_CELL_ENTRY (self));
  gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  gr_editable_set_fresh (GTK_EDITABLE (self->entry), self->shown ? self->shown : "");
}

/* Returns FALSE where what was typed was not taken; it stands there still. */
static gboolean
commit (GrCellEntry *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  gboolean is_taken = FALSE;

  if (self->is_committing || !gr_cell_entry_is_changed (self) || !gtk_widget_get_visible (self->entry))
    return TRUE;
  self->is_committing = TRUE;
  g_object_ref (self);
  g_signal_emit (self, signals[EDITED], 0, text, &is_taken);
  if (is_taken) /* the row has been shown anew meanwhile */
    gr_cell_entry_forget (self);
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  self->is_committing = FALSE;
  g_object_unref (self);
  return is_taken;
}

/* A field that is left says what the file says. The text may outlive the cell: the focus leaves it later. */
static void
leave_cb (GrCellEntry *self)
{
  if (self->entry && !commit (self))
    gr_cell_entry_forget (self);
}

static GtkWidget *
row_of (GrCellEntry *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  while (widget && g_strcmp0 (gtk_widget_get_css_name (widget), "row") != 0)
    widget = gtk_widget_get_parent (widget);
  return widget;
}

/* The cells of a row that can be edited, in order. */
static void
collect_cells (GtkWidget *widget, GPtrArray *cells)
{
  if (GR_IS_CELL_ENTRY (widget)) {
    if (gtk_widget_get_mapped (widget) && gtk_widget_get_visible (GR_CELL_ENTRY (widget)->entry))
      g_ptr_array_add (cells, widget);
    return;
  }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    collect_cells (child, cells);
}

static gboolean
focus_cell (GPtrArray *cells, guint index)
{
  return index < cells->len && gtk_widget_grab_focus (GR_CELL_ENTRY (g_ptr_array_index (cells, index))->entry);
}

/* To the same column of the row below or above. */
static gboolean
move_row (GrCellEntry *self, gboolean is_down)
{
  GtkWidget *row = row_of (self);
  GtkWidget *next = NULL;
  g_autoptr (GPtrArray) here = g_ptr_array_new();
  g_autoptr (GPtrArray) there = g_ptr_array_new();
  guint index;

  if (row)
    next = is_down ? gtk_widget_get_next_sibling (row) : gtk_widget_get_prev_sibling (row);
  if (!next)
    return FALSE;
  collect_cells (row, here);
  collect_cells (next, there);
  return g_ptr_array_find (here, self, &index) && focus_cell (there, index);
}

/* To the next cell that can be edited, over the end of the row too. */
static gboolean
move_on (GrCellEntry *self, gboolean is_forward)
{
  GtkWidget *row = row_of (self);
  GtkWidget *next = NULL;
  g_autoptr (GPtrArray) cells = g_ptr_array_new();
  guint index;

  if (!row)
    return FALSE;
  collect_cells (row, cells);
  if (!g_ptr_array_find (cells, self, &index))
    return FALSE;
  if (is_forward ? index + 1 < cells->len : index > 0)
    return focus_cell (cells, is_forward ? index + 1 : index - 1);
  next = is_forward ? gtk_widget_get_next_sibling (row) : gtk_widget_get_prev_sibling (row);
  if (!next)
    return FALSE;
  g_ptr_array_set_size (cells, 0);
  collect_cells (next, cells);
  return cells->len > 0 && focus_cell (cells, is_forward ? 0 : cells->len - 1);
}

/**
 * gr_cell_entry_focus_last:
 * @focus: (nullable): what has the keyboard
 *
 * Who comes backwards to a row of fields comes to its last.
 */
void
gr_cell_entry_focus_last (GtkWidget *focus)
{
  GtkWidget *self = focus ? gtk_widget_get_ancestor (focus, GR_TYPE_CELL_ENTRY) : NULL;
  GtkWidget *row = self ? row_of (GR_CELL_ENTRY (self)) : NULL;
  g_autoptr (GPtrArray) cells = g_ptr_array_new();

  if (!row)
    return;
  collect_cells (row, cells);
  focus_cell (cells, cells->len - 1);
}

static gboolean
key_cb (GrCellEntry *self, guint keyval, guint keycode, GdkModifierType state)
{
  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK))
    return GDK_EVENT_PROPAGATE;
  switch (keyval) {
  case GDK_KEY_Return:
  case GDK_KEY_KP_Enter:
  case GDK_KEY_ISO_Enter:
    if (commit (self))
      move_row (self, TRUE);
    return GDK_EVENT_STOP;
  case GDK_KEY_Escape:
    if (!gr_cell_entry_is_changed (self))
      return GDK_EVENT_PROPAGATE;
    gr_cell_entry_forget (self);
    gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
    return GDK_EVENT_STOP;
  case GDK_KEY_Up:
  case GDK_KEY_Down:
    return move_row (self, keyval == GDK_KEY_Down);
  case GDK_KEY_Tab:
  case GDK_KEY_ISO_Left_Tab:
    return move_on (self, keyval == GDK_KEY_Tab && !(state & GDK_SHIFT_MASK));
  default:
    return GDK_EVENT_PROPAGATE;
  }
}

static void
gr_cell_entry_dispose (GObject *object)
{
  GrCellEntry *self = GR_CELL_ENTRY (object);

  self->is_committing = TRUE; /* what goes away is not saved */
  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_pointer (&self->entry, gtk_widget_unparent);
  g_clear_pointer (&self->shown, g_free);
  G_OBJECT_CLASS (gr_cell_entry_parent_class)->dispose (object);
}

static void
gr_cell_entry_class_init (GrCellEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gr_cell_entry_dispose;
  signals[EDITED] = g_signal_new (
      "edited", GR_TYPE_CELL_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_BOOLEAN, 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "cell-entry");
}

static void
gr_cell_entry_init (GrCellEntry *self)
{
  GtkEventController *keys = gtk_event_controller_key_new();
  GtkEventController *focus = gtk_event_controller_focus_new();

  self->label = gtk_inscription_new ("");
  gtk_inscription_set_min_lines (GTK_INSCRIPTION (self->label), 1);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (self->label), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));

  /* of itself, a text is nothing to a screen reader but a part of an entry */
  self->entry = g_object_new (GTK_TYPE_TEXT, "accessible-role", GTK_ACCESSIBLE_ROLE_TEXT_BOX, NULL);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 3);
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->entry, keys);
  g_signal_connect_object (focus, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->entry, focus);
}

/**
 * gr_cell_entry_new:
 * @accessible_name: what stands there, translated
 * @is_number: numbers stand to the right, words to the left
 */
GtkWidget *
gr_cell_entry_new (const char *accessible_name, gboolean is_number)
{
  GrCellEntry *self = g_object_new (GR_TYPE_CELL_ENTRY, NULL);

  gtk_inscription_set_xalign (GTK_INSCRIPTION (self->label), is_number ? 1 : 0);
  gtk_editable_set_alignment (GTK_EDITABLE (self->entry), is_number ? 1 : 0);
  if (is_number) {
    gtk_widget_add_css_class (GTK_WIDGET (self), "numeric");
    gr_decimal_key_add (GTK_EDITABLE (self->entry));
  }

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, accessible_name, -1);
  return GTK_WIDGET (self);
}

/**
 * gr_cell_entry_show:
 *
 * Shows another number; what is being typed just now stays.
 */
void
gr_cell_entry_show (GrCellEntry *self, const char *text, gboolean can_edit)
{
  gboolean is_typing;

  g_return_if_fail (GR_IS_CELL_ENTRY (self));

  is_typing = gtk_widget_has_focus (self->entry) && gr_cell_entry_is_changed (self) && !self->is_committing;
  g_free (self->shown);
  self->shown = g_strdup (text);
  gtk_inscription_set_text (GTK_INSCRIPTION (self->label), text);
  if (!is_typing)
    gr_cell_entry_forget (self);
  gtk_widget_set_visible (self->entry, can_edit);
  gtk_widget_set_visible (self->label, !can_edit);
}
