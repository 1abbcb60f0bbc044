#include "chips.h"

#include "app/chart/widgets/wrap-layout.h"
#include "app/text/format.h"

#include <glib/gi18n.h>

struct _GrChips {
  GtkWidget parent_instance;

  GPtrArray *entries;
  int chosen;
};

typedef struct {
  int id;
  char *title;
  GtkWidget *button;
  GtkWidget *count;
  gint64 n; /* -1: not counted */
} Entry;

enum { CHOSEN, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GrChips, gr_chips, GTK_TYPE_WIDGET)

static void
free_entry (gpointer data)
{
  Entry *entry = data;

  g_free (entry->title);
  g_free (entry);
}

static void
gr_chips_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (gr_chips_parent_class)->dispose (object);
}

static void
gr_chips_finalize (GObject *object)
{
  g_ptr_array_unref (GR_CHIPS (object)->entries);
  G_OBJECT_CLASS (gr_chips_parent_class)->finalize (object);
}

static void
gr_chips_class_init (GrChipsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gr_chips_dispose;
  G_OBJECT_CLASS (klass)->finalize = gr_chips_finalize;
  signals[CHOSEN] =
      g_signal_new ("chosen", GR_TYPE_CHIPS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "chips");
}

static void
gr_chips_init (GrChips *self)
{
  self->entries = g_ptr_array_new_with_free_func (free_entry);
  gtk_widget_set_layout_manager (GTK_WIDGET (self), gr_wrap_layout_new (6, 6));
}

static void
show_entries (GrChips *self)
{
  for (guint i = 0; i < self->entries->len; i++) {
    Entry *entry = g_ptr_array_index (self->entries, i);

    gtk_widget_set_visible (entry->button, i == 0 || entry->n != 0 || entry->id == self->chosen);
  }
}

static void
toggled_cb (GtkToggleButton *button, Entry *entry)
{
  GrChips *self = GR_CHIPS (gtk_widget_get_ancestor (GTK_WIDGET (button), GR_TYPE_CHIPS));

  if (!gtk_toggle_button_get_active (button) || self->chosen == entry->id)
    return;
  self->chosen = entry->id;
  show_entries (self);
  g_signal_emit (self, signals[CHOSEN], 0, entry->id);
}

static GtkWidget *
make_face (const Entry *entry, const GrChip *chip)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  if (chip->icon_name) {
    GtkWidget *icon = gtk_image_new_from_icon_name (chip->icon_name);

    if (chip->style)
      gtk_widget_add_css_class (icon, chip->style);
    gtk_box_append (GTK_BOX (box), icon);
  }
  gtk_box_append (GTK_BOX (box), gtk_label_new (chip->title));
  gtk_box_append (GTK_BOX (box), entry->count);
  return box;
}

/**
 * gr_chips_add:
 *
 * Adds a filter; the first one holds until another is chosen.
 */
void
gr_chips_add (GrChips *self, const GrChip *chip)
{
  Entry *entry;

  g_return_if_fail (GR_IS_CHIPS (self));

  entry = g_new0 (Entry, 1);
  entry->id = chip->id;
  entry->title = g_strdup (chip->title);
  entry->n = -1;
  entry->count = gtk_label_new (NULL);
  gtk_widget_add_css_class (entry->count, "numeric");
  gtk_widget_add_css_class (entry->count, "dim-label");
  gtk_widget_set_visible (entry->count, FALSE);
  entry->button = gtk_toggle_button_new();
  gtk_button_set_child (GTK_BUTTON (entry->button), make_face (entry, chip));
  gtk_widget_add_css_class (entry->button, "chip");
  gtk_widget_set_tooltip_text (entry->button, chip->tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry->button), GTK_ACCESSIBLE_PROPERTY_LABEL, chip->title, -1);
  gtk_widget_set_parent (entry->button, GTK_WIDGET (self));
  if (self->entries->len == 0) {
    self->chosen = chip->id;
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (entry->button), TRUE);
  } else {
    Entry *first = g_ptr_array_index (self->entries, 0);
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (entry->button), GTK_TOGGLE_BUTTON (first->button));
  }
  g_ptr_array_add (self->entries, entry);
  g_signal_connect (entry->button, "toggled", G_CALLBACK (toggled_cb), entry);
}

/**
 * gr_chips_set_count:
 * @count: how many fall under the filter
 */
void
gr_chips_set_count (GrChips *self, int id, gint64 count)
{
  g_return_if_fail (GR_IS_CHIPS (self));

  for (guint i = 0; i < self->entries->len; i++) {
    Entry *entry = g_ptr_array_index (self->entries, i);
    g_autofree char *number = gr_format_count (count);
    g_autofree char *name = g_strdup_printf ("%s, %s", entry->title, number);

    if (entry->id != id)
      continue;
    entry->n = count;
    gtk_label_set_text (GTK_LABEL (entry->count), number);
    gtk_widget_set_visible (entry->count, TRUE);
    gtk_accessible_update_property (GTK_ACCESSIBLE (entry->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  }
  show_entries (self);
}

int
gr_chips_get_chosen (GrChips *self)
{
  g_return_val_if_fail (GR_IS_CHIPS (self), 0);
  return self->chosen;
}

/**
 * gr_chips_get_title:
 *
 * Returns: (nullable): what holds, %NULL for the first filter, which leaves nothing out
 */
const char *
gr_chips_get_title (GrChips *self)
{
  g_return_val_if_fail (GR_IS_CHIPS (self), NULL);

  for (guint i = 1; i < self->entries->len; i++) {
    const Entry *entry = g_ptr_array_index (self->entries, i);

    if (entry->id == self->chosen)
      return entry->title;
  }
  return NULL;
}

/**
 * gr_chips_choose:
 *
 * As if it had been clicked; "chosen" follows where it was another one.
 */
void
gr_chips_choose (GrChips *self, int id)
{
  g_return_if_fail (GR_IS_CHIPS (self));

  for (guint i = 0; i < self->entries->len; i++) {
    Entry *entry = g_ptr_array_index (self->entries, i);

    if (entry->id == id)
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (entry->button), TRUE);
  }
}
