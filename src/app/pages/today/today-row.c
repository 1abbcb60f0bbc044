#include "today-row.h"

#include "today-kinds.h"
#include "app/text/format.h"
#include "app/widgets/text-scale.h"

#include <glib/gi18n.h>

/* Pixels at 100 % text. */
#define NARROW_BELOW 560
#define LEAST_WIDTH  280

struct _GrTodayRowView {
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *icon;
  GtkWidget *kind;
  GtkWidget *title;
  GtkWidget *sentence;
  GtkWidget *money_box;
  GtkWidget *money;
  GtkWidget *money_word;
  GtkWidget *narrow_money;
  GtkWidget *verb;
  char *style;
  gboolean is_narrow;
  guint narrow_id;
};

G_DEFINE_FINAL_TYPE (GrTodayRowView, gr_today_row_view, GTK_TYPE_WIDGET)

static gboolean
narrow_cb (gpointer data)
{
  GrTodayRowView *self = data;

  self->narrow_id = 0;
  gtk_widget_set_visible (self->kind, !self->is_narrow);
  gtk_widget_set_visible (self->money_box, !self->is_narrow);
  gtk_widget_set_visible (self->narrow_money, self->is_narrow);
  return G_SOURCE_REMOVE;
}

static void
gr_today_row_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GrTodayRowView *self = GR_TODAY_ROW_VIEW (widget);
  gboolean is_narrow = width < NARROW_BELOW * gr_text_scale (widget);

  gtk_widget_size_allocate (self->box, &(GtkAllocation){0, 0, width, height}, -1);
  if (is_narrow == self->is_narrow)
    return;
  self->is_narrow = is_narrow;
  if (self->narrow_id == 0)
    self->narrow_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, narrow_cb, self, NULL);
}

/* Wide lines don't keep the window from becoming narrow: they fold up then. */
static void
gr_today_row_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
    int *minimum_baseline, int *natural_baseline)
{
  GtkWidget *box = GR_TODAY_ROW_VIEW (widget)->box;
  int least;

  gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0)
    for_size = MAX (for_size, least);
  gtk_widget_measure (box, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN (least, (int) (LEAST_WIDTH * gr_text_scale (widget)));
}

static GtkSizeRequestMode
gr_today_row_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* As wide as the longest, so that what stands behind it is one column. */
static void
make_room_for_kinds (GrTodayRowView *self)
{
  glong n_chars = 0;

  for (int kind = 0; kind < GR_N_TODAY_KINDS; kind++)
    n_chars = MAX (n_chars, g_utf8_strlen (gr_today_kind_title ((GrTodayKind) kind), -1));
  gtk_label_set_width_chars (GTK_LABEL (self->kind), (int) n_chars + 1);
}

static void
set_style (GrTodayRowView *self, const char *style)
{
  if (self->style)
    gtk_widget_remove_css_class (self->icon, self->style);
  g_free (self->style);
  self->style = g_strdup (style);
  if (style)
    gtk_widget_add_css_class (self->icon, style);
}

static void
show_money (GrTodayRowView *self, const GrTodayEntry *entry, GrShop *shop)
{
  g_autofree char *money = gr_format_money (entry->row->money, gr_shop_currency_digits (shop));
  const char *word = _ (gr_today_kind (entry->row->kind)->money_word);
  g_autofree char *both = g_strdup_printf ("%s %s %s", money, gr_shop_currency (shop), word);

  gtk_label_set_text (GTK_LABEL (self->money), money);
  gtk_label_set_text (GTK_LABEL (self->money_word), word);
  gtk_label_set_text (GTK_LABEL (self->narrow_money), both);
}

/**
 * gr_today_row_view_show_entry:
 *
 * Its button does "today.do" with the entry's id.
 */
void
gr_today_row_view_show_entry (GrTodayRowView *self, const GrTodayEntry *entry, GrShop *shop)
{
  GrDate today = gr_shop_today (shop);
  const GrTodayKindRow *kind = gr_today_kind (entry->row->kind);
  GrBadgeFace face = gr_today_kind_face (kind->kind);
  g_autofree char *title = gr_today_entry_title (entry);
  g_autofree char *sentence = kind->sentence (entry, today);
  const char *verb = kind->verb (entry, today);
  g_autofree char *name = g_strdup_printf ("%s: %s", verb, title);

  g_return_if_fail (GR_IS_TODAY_ROW_VIEW (self));

  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), face.icon_name);
  gtk_widget_set_tooltip_text (self->icon, face.text);
  set_style (self, face.style);
  gtk_label_set_text (GTK_LABEL (self->kind), face.text);
  gtk_label_set_text (GTK_LABEL (self->title), title);
  gtk_label_set_text (GTK_LABEL (self->sentence), sentence);
  show_money (self, entry, shop);
  gtk_button_set_label (GTK_BUTTON (self->verb), verb);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->verb), "x", entry->id);
  /* GTK 4.18 would have the button named by its label alone. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->verb), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->verb), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* Its line in the list is called by what stands in it. */
static void
gr_today_row_view_map (GtkWidget *widget)
{
  GrTodayRowView *self = GR_TODAY_ROW_VIEW (widget);

  gtk_accessible_update_relation (GTK_ACCESSIBLE (gtk_widget_get_parent (widget)), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
      self->kind, self->title, self->sentence, self->narrow_money, NULL, -1);
  GTK_WIDGET_CLASS (gr_today_row_view_parent_class)->map (widget);
}

static void
gr_today_row_view_dispose (GObject *object)
{
  GrTodayRowView *self = GR_TODAY_ROW_VIEW (object);

  g_clear_handle_id (&self->narrow_id, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->style, g_free);
  G_OBJECT_CLASS (gr_today_row_view_parent_class)->dispose (object);
}

static void
gr_today_row_view_class_init (GrTodayRowViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gr_today_row_view_dispose;
  widget_class->map = gr_today_row_view_map;
  widget_class->measure = gr_today_row_view_measure;
  widget_class->size_allocate = gr_today_row_view_size_allocate;
  widget_class->get_request_mode = gr_today_row_view_get_request_mode;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/granary/Granary/pages/today/today-row.ui");
  gtk_widget_class_bind_template_child (widget_class, GrTodayRowView, box);
  gtk_widget_class_bind_template_child (widget_class, GrTodayRowView, icon);
  gtk_widget_class_bind_template_child (widget_class, GrTodayRowView, kind);
  gtk_widget_class_bind_template_child (widget_class, GrTodayRowView, title);
  gtk_widget_class_bind_template_child (widget_class, GrTodayRowView, sentence);
  gtk_widget_class_bind_template_child (widget_class, GrTodayRowView, money_box);
  gtk_widget_class_bind_template_child (widget_class, GrTodayRowView, money);
  gtk_widget_class_bind_template_child (widget_class, GrTodayRowView, money_word);
  gtk_widget_class_bind_template_child (widget_class, GrTodayRowView, narrow_money);
  gtk_widget_class_bind_template_child (widget_class, GrTodayRowView, verb);
}

static void
gr_today_row_view_init (GrTodayRowView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  make_room_for_kinds (self);
  self->is_narrow = TRUE;
}

GtkWidget *
gr_today_row_view_new (void)
{
  return g_object_new (GR_TYPE_TODAY_ROW_VIEW, NULL);
}
