#include "page-header.h"

#include <glib/gi18n.h>

#define MAX_DEED_CHARS 32

struct _GrPageHeader {
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *header;
  GtkWidget *back;
  GtkWidget *titles;
  GtkWidget *title;
  GtkWidget *subtitle;
  GtkWidget *act;
  GtkWidget *search_entry;
  GtkWidget *search_toggle;
  GtkWidget *search_bar;
  GtkWidget *narrow_search_entry;
  GMenu *deed_section;

  GrPage *page; /* (nullable) */
  GrFrameMode mode;
  gboolean is_title_in_middle;
  gboolean is_showing;
};

G_DEFINE_FINAL_TYPE (GrPageHeader, gr_page_header, GTK_TYPE_WIDGET)

static void
show_search (GrPageHeader *self)
{
  gboolean is_wide = self->mode == GR_FRAME_WIDE;
  const char *text = self->page ? gr_page_get_search (self->page) : "";
  gboolean can_search = FALSE;

  if (self->page)
    g_object_get (self->page, "can-search", &can_search, NULL);
  gtk_widget_set_visible (self->search_entry, can_search && is_wide);
  gtk_widget_set_visible (self->search_toggle, can_search && !is_wide);
  gtk_widget_set_visible (self->search_bar, can_search && !is_wide);
  if (*text)
    gtk_search_bar_set_search_mode (GTK_SEARCH_BAR (self->search_bar), can_search && !is_wide);
}

static void
show_act (GrPageHeader *self, const char *label, const char *icon_name)
{
  gboolean is_narrow = self->mode == GR_FRAME_NARROW;

  gtk_widget_set_visible (self->act, label != NULL);
  if (!label)
    return;
  if (is_narrow)
    gtk_button_set_icon_name (GTK_BUTTON (self->act), icon_name);
  else
    gtk_button_set_label (GTK_BUTTON (self->act), label);
  gtk_widget_set_tooltip_text (self->act, is_narrow ? label : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->act), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
show_all (GrPageHeader *self)
{
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *act = NULL;
  g_autofree char *icon = NULL;
  gboolean is_act_enabled = FALSE;

  if (self->page)
    g_object_get (self->page, "title", &title, "subtitle", &subtitle, "act-label", &act, "act-icon-name", &icon,
        "act-enabled", &is_act_enabled, NULL);
  gtk_label_set_text (GTK_LABEL (self->title), title ? title : "");
  gtk_label_set_text (GTK_LABEL (self->subtitle), subtitle ? subtitle : "");
  gtk_widget_set_visible (self->subtitle, subtitle && *subtitle);
  show_act (self, act, icon);
  gtk_widget_set_sensitive (self->act, is_act_enabled);
  show_search (self);
}

/**
 * gr_page_header_show_page:
 * @page: (nullable): whose title and buttons are shown; call it again when they change
 */
void
gr_page_header_show_page (GrPageHeader *self, GrPage *page, gboolean can_go_back)
{
  g_return_if_fail (GR_IS_PAGE_HEADER (self));

  self->is_showing = TRUE;
  /* what a scanner typed and was taken out again may be asked for by now */
  if (self->page && self->page != page)
    gr_page_set_search (self->page, gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  if (g_set_object (&self->page, page))
    gtk_editable_set_text (GTK_EDITABLE (self->search_entry), page ? gr_page_get_search (page) : "");
  gtk_widget_set_visible (self->back, can_go_back);
  show_all (self);
  self->is_showing = FALSE;
}

/* The bar keeps half of its width for what begins it. Where there is little, the title takes the room of the search
 * entry between the buttons, and a second line. */
static void
place_title (GrPageHeader *self)
{
  gboolean is_narrow = self->mode == GR_FRAME_NARROW;
  AdwHeaderBar *header = ADW_HEADER_BAR (self->header);
  g_autoptr (GtkWidget) titles = g_object_ref (self->titles);

  gtk_label_set_wrap (GTK_LABEL (self->title), is_narrow);
  if (self->is_title_in_middle == is_narrow)
    return;
  self->is_title_in_middle = is_narrow;
  if (is_narrow) {
    adw_header_bar_remove (header, titles);
    adw_header_bar_set_title_widget (header, titles);
  } else {
    adw_header_bar_set_title_widget (header, self->search_entry);
    adw_header_bar_pack_start (header, titles);
  }
}

void
gr_page_header_set_mode (GrPageHeader *self, GrFrameMode mode)
{
  g_return_if_fail (GR_IS_PAGE_HEADER (self));

  self->mode = mode;
  /* A telephone's width has no room for three window buttons. */
  adw_header_bar_set_decoration_layout (ADW_HEADER_BAR (self->header), mode == GR_FRAME_NARROW ? ":close" : NULL);
  place_title (self);
  show_all (self);
}

/* Titles are as long as what they name; the menu is not. @words are the verb, the action and its key, which is bound to
 * what looks for a text that is being typed first. */
static void
append_deed (GMenu *menu, const char *const words[3], const char *title)
{
  GString *label = g_string_new (title);
  g_autoptr (GMenuItem) item = NULL;

  if (g_utf8_strlen (label->str, -1) > MAX_DEED_CHARS) {
    g_string_truncate (label, (gsize) (g_utf8_offset_to_pointer (label->str, MAX_DEED_CHARS) - label->str));
    g_string_append (label, "…");
  }
  g_string_replace (label, "_", "__", 0); /* no mnemonic */
  g_string_prepend (label, title ? ": " : "");
  g_string_prepend (label, words[0]);
  item = g_menu_item_new (label->str, words[1]);
  g_menu_item_set_attribute (item, "accel", "s", words[2]);
  g_menu_append_item (menu, item);
  g_string_free (label, TRUE);
}

/**
 * gr_page_header_set_deeds:
 * @undo_title: (nullable): what Undo would take back
 * @redo_title: (nullable): what Redo would do again
 *
 * The menu names them.
 */
void
gr_page_header_set_deeds (GrPageHeader *self, const char *undo_title, const char *redo_title)
{
  g_return_if_fail (GR_IS_PAGE_HEADER (self));

  g_menu_remove_all (self->deed_section);
  append_deed (self->deed_section, (const char *const[]){_ ("Undo"), "win.undo", "<Control>z"}, undo_title);
  append_deed (self->deed_section, (const char *const[]){_ ("Redo"), "win.redo", "<Control><Shift>z"}, redo_title);
}

/**
 * gr_page_header_find:
 *
 * Puts the cursor into the search entry; what is typed next takes the place of what stands there.
 */
void
gr_page_header_find (GrPageHeader *self)
{
  g_return_if_fail (GR_IS_PAGE_HEADER (self));

  if (gtk_widget_get_visible (self->search_entry)) {
    gtk_widget_grab_focus (self->search_entry);
    gtk_editable_select_region (GTK_EDITABLE (self->search_entry), 0, -1);
  } else if (gtk_widget_get_visible (self->search_bar)) {
    gtk_search_bar_set_search_mode (GTK_SEARCH_BAR (self->search_bar), TRUE);
    gtk_widget_grab_focus (self->narrow_search_entry);
    gtk_editable_select_region (GTK_EDITABLE (self->narrow_search_entry), 0, -1);
  }
}

void
gr_page_header_clear_search (GrPageHeader *self)
{
  g_return_if_fail (GR_IS_PAGE_HEADER (self));

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_search_bar_set_search_mode (GTK_SEARCH_BAR (self->search_bar), FALSE);
  if (self->page)
    gr_page_set_search (self->page, "");
}

static void
search_changed_cb (GrPageHeader *self)
{
  if (self->page && !self->is_showing)
    gr_page_set_search (self->page, gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
}

static void
stop_search_cb (GrPageHeader *self)
{
  gr_page_header_clear_search (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.work", NULL);
}

/* Down from the entry goes to what was found. */
static void
leave_search_cb (GrPageHeader *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.work", NULL);
}

static void
act_cb (GrPageHeader *self)
{
  if (self->page)
    gr_page_act (self->page);
}

static void
gr_page_header_dispose (GObject *object)
{
  GrPageHeader *self = GR_PAGE_HEADER (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->page);
  G_OBJECT_CLASS (gr_page_header_parent_class)->dispose (object);
}

static void
gr_page_header_class_init (GrPageHeaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gr_page_header_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/granary/Granary/frame/page-header.ui");
  gtk_widget_class_bind_template_child (widget_class, GrPageHeader, box);
  gtk_widget_class_bind_template_child (widget_class, GrPageHeader, header);
  gtk_widget_class_bind_template_child (widget_class, GrPageHeader, back);
  gtk_widget_class_bind_template_child (widget_class, GrPageHeader, titles);
  gtk_widget_class_bind_template_child (widget_class, GrPageHeader, title);
  gtk_widget_class_bind_template_child (widget_class, GrPageHeader, subtitle);
  gtk_widget_class_bind_template_child (widget_class, GrPageHeader, act);
  gtk_widget_class_bind_template_child (widget_class, GrPageHeader, search_entry);
  gtk_widget_class_bind_template_child (widget_class, GrPageHeader, search_toggle);
  gtk_widget_class_bind_template_child (widget_class, GrPageHeader, search_bar);
  gtk_widget_class_bind_template_child (widget_class, GrPageHeader, narrow_search_entry);
  gtk_widget_class_bind_template_child (widget_class, GrPageHeader, deed_section);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, act_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
gr_page_header_init (GrPageHeader *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gr_page_header_set_deeds (self, NULL, NULL);
  g_object_bind_property (
      self->search_entry, "text", self->narrow_search_entry, "text", G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  gtk_search_bar_connect_entry (GTK_SEARCH_BAR (self->search_bar), GTK_EDITABLE (self->narrow_search_entry));
}
