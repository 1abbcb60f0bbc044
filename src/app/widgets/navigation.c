#include "navigation.h"

#include "app/widgets/access/one-stop.h"

#include <glib/gi18n.h>

struct _GrNavigation {
  GtkWidget parent_instance;

  GrNavigationForm form;
  GPtrArray *entries;
};

typedef struct {
  char *id;
  char *title;
  GtkWidget *button;
  GtkWidget *count;
} Entry;

enum { PROP_FORM = 1, N_PROPERTIES };

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (GrNavigation, gr_navigation, GTK_TYPE_WIDGET)

static void
free_entry (gpointer data)
{
  Entry *entry = data;

  g_free (entry->id);
  g_free (entry->title);
  g_free (entry);
}

static void
gr_navigation_dispose (GObject *object)
{
  GrNavigation *self = GR_NAVIGATION (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  G_OBJECT_CLASS (gr_navigation_parent_class)->dispose (object);
}

static void
gr_navigation_constructed (GObject *object)
{
  GrNavigation *self = GR_NAVIGATION (object);
  GtkBoxLayout *layout = GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));
  gboolean is_bar = self->form == GR_NAVIGATION_BAR;
  static const char *const classes[] = {"list-form", "rail-form", "bar-form"};

  G_OBJECT_CLASS (gr_navigation_parent_class)->constructed (object);
  gtk_orientable_set_orientation (
      GTK_ORIENTABLE (layout), is_bar ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_homogeneous (layout, is_bar);
  gtk_box_layout_set_spacing (layout, is_bar ? 0 : 3);
  gtk_widget_add_css_class (GTK_WIDGET (self), classes[self->form]);
}

static void
gr_navigation_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_uint (value, GR_NAVIGATION (object)->form);
}

static void
gr_navigation_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  GR_NAVIGATION (object)->form = g_value_get_uint (value);
}

static GtkWidget *
lit_button (GrNavigation *self)
{
  for (guint i = 0; i < self->entries->len; i++) {
    Entry *entry = g_ptr_array_index (self->entries, i);

    if (gtk_widget_get_state_flags (entry->button) & GTK_STATE_FLAG_CHECKED)
      return entry->button;
  }
  return NULL;
}

static gboolean
has_keyboard (GrNavigation *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  return focus && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

/* One stop of the Tab key, at the page that is open: to the others go the arrows. */
static gboolean
gr_navigation_focus (GtkWidget *widget, GtkDirectionType direction)
{
  if (gr_one_stop_leaves (widget, direction))
    return FALSE;
  if (!has_keyboard (GR_NAVIGATION (widget)) && gtk_widget_grab_focus (widget))
    return TRUE;
  return GTK_WIDGET_CLASS (gr_navigation_parent_class)->focus (widget, direction);
}

static gboolean
gr_navigation_grab_focus (GtkWidget *widget)
{
  GtkWidget *lit = lit_button (GR_NAVIGATION (widget));

  return lit && gtk_widget_grab_focus (lit);
}

static void
gr_navigation_class_init (GrNavigationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = gr_navigation_dispose;
  object_class->constructed = gr_navigation_constructed;
  object_class->get_property = gr_navigation_get_property;
  object_class->set_property = gr_navigation_set_property;
  GTK_WIDGET_CLASS (klass)->focus = gr_navigation_focus;
  GTK_WIDGET_CLASS (klass)->grab_focus = gr_navigation_grab_focus;

  properties[PROP_FORM] = g_param_spec_uint ("form", NULL, NULL, 0, GR_NAVIGATION_BAR, GR_NAVIGATION_LIST,
      G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "navigation");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_NAVIGATION);
}

static void
gr_navigation_init (GrNavigation *self)
{
  self->entries = g_ptr_array_new_with_free_func (free_entry);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Navigation"), -1);
}

static GtkWidget *
make_count (void)
{
  GtkWidget *count = gtk_label_new (NULL);

  gtk_widget_add_css_class (count, "count");
  gtk_widget_add_css_class (count, "numeric");
  gtk_widget_set_valign (count, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (count, FALSE);
  return count;
}

static GtkWidget *
make_row (const Entry *entry, const char *icon_name)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (entry->title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon_name));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), entry->count);
  return box;
}

static GtkWidget *
make_icon_with_count (const Entry *entry, const char *icon_name)
{
  GtkWidget *overlay = gtk_overlay_new();
  GtkWidget *icon = gtk_image_new_from_icon_name (icon_name);

  gtk_widget_add_css_class (icon, "face");
  gtk_overlay_set_child (GTK_OVERLAY (overlay), icon);
  gtk_widget_set_halign (entry->count, GTK_ALIGN_END);
  gtk_widget_set_valign (entry->count, GTK_ALIGN_START);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), entry->count);
  gtk_widget_set_halign (overlay, GTK_ALIGN_CENTER);
  return overlay;
}

static GtkWidget *
make_face (GrNavigation *self, const Entry *entry, const char *icon_name)
{
  GtkWidget *box, *label;

  if (self->form == GR_NAVIGATION_LIST)
    return make_row (entry, icon_name);
  if (self->form == GR_NAVIGATION_RAIL)
    return make_icon_with_count (entry, icon_name);

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  label = gtk_label_new (entry->title);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (GTK_BOX (box), make_icon_with_count (entry, icon_name));
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

/* The window answers by lighting the button of the page that is shown then. */
static void
clicked_cb (GtkButton *button, Entry *entry)
{
  gtk_widget_activate_action (GTK_WIDGET (button), "win.page", "s", entry->id);
}

static void
say_name (const Entry *entry, guint count)
{
  g_autofree char *name = count ? g_strdup_printf (_ ("%s, %u waiting"), entry->title, count) : g_strdup (entry->title);

  gtk_accessible_update_property (GTK_ACCESSIBLE (entry->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * gr_navigation_add:
 * @id: the page's id
 * @title: its word, translated
 */
void
gr_navigation_add (GrNavigation *self, const char *id, const char *title, const char *icon_name)
{
  Entry *entry;

  g_return_if_fail (GR_IS_NAVIGATION (self));

  entry = g_new0 (Entry, 1);
  entry->id = g_strdup (id);
  entry->title = g_strdup (title);
  entry->count = make_count();
  entry->button = gtk_button_new();
  gtk_button_set_child (GTK_BUTTON (entry->button), make_face (self, entry, icon_name));
  gtk_widget_add_css_class (entry->button, "flat");
  gtk_widget_set_tooltip_text (entry->button, self->form == GR_NAVIGATION_RAIL ? title : NULL);
  gtk_widget_set_focus_on_click (entry->button, FALSE);
  say_name (entry, 0);
  g_signal_connect (entry->button, "clicked", G_CALLBACK (clicked_cb), entry);
  gtk_widget_set_parent (entry->button, GTK_WIDGET (self));
  g_ptr_array_add (self->entries, entry);
}

/**
 * gr_navigation_set_current:
 * @id: (nullable): the page whose button is lit, and has the keyboard where another one had it
 */
void
gr_navigation_set_current (GrNavigation *self, const char *id)
{
  g_return_if_fail (GR_IS_NAVIGATION (self));

  for (guint i = 0; i < self->entries->len; i++) {
    Entry *entry = g_ptr_array_index (self->entries, i);

    if (g_strcmp0 (entry->id, id) == 0)
      gtk_widget_set_state_flags (entry->button, GTK_STATE_FLAG_CHECKED, FALSE);
    else
      gtk_widget_unset_state_flags (entry->button, GTK_STATE_FLAG_CHECKED);
  }
  if (has_keyboard (self))
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

/**
 * gr_navigation_set_count:
 * @count: how many things wait there, 0 shows none
 */
void
gr_navigation_set_count (GrNavigation *self, const char *id, guint count)
{
  g_return_if_fail (GR_IS_NAVIGATION (self));

  for (guint i = 0; i < self->entries->len; i++) {
    Entry *entry = g_ptr_array_index (self->entries, i);
    g_autofree char *text = count > 99 ? g_strdup ("99+") : g_strdup_printf ("%u", count);

    if (!g_str_equal (entry->id, id))
      continue;
    gtk_label_set_text (GTK_LABEL (entry->count), text);
    gtk_widget_set_visible (entry->count, count > 0);
    say_name (entry, count);
  }
}
