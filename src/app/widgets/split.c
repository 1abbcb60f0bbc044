#include "split.h"

#include "text-scale.h"

/* Widths at 100 % text, in pixels. */
#define SPLIT_FROM 860
#define DETAIL_MIN 380
#define DETAIL_MAX 720 /* at its usual share */

#define DETAIL_PERCENT 40

struct _GrSplit {
  GtkWidget parent_instance;

  GtkWidget *list;
  GtkWidget *detail;
  int detail_percent;
  gboolean shows_detail;
  gboolean is_split;
  guint notify_id;
};

enum { PROP_LIST = 1, PROP_DETAIL, PROP_DETAIL_PERCENT, PROP_SHOWS_DETAIL, PROP_IS_SPLIT, N_PROPERTIES };

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (GrSplit, gr_split, GTK_TYPE_WIDGET)

static void
gr_split_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
    int *minimum_baseline, int *natural_baseline)
{
  GrSplit *self = GR_SPLIT (widget);
  GtkWidget *shown = self->shows_detail && !self->is_split ? self->detail : self->list;

  gtk_widget_measure (shown, orientation, for_size, minimum, natural, NULL, NULL);
}

static gboolean
notify_cb (gpointer data)
{
  GrSplit *self = data;

  self->notify_id = 0;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_SPLIT]);
  return G_SOURCE_REMOVE;
}

static void
take_split (GrSplit *self, gboolean is_split)
{
  gtk_widget_set_child_visible (self->list, is_split || !self->shows_detail);
  gtk_widget_set_child_visible (self->detail, is_split || self->shows_detail);
  if (self->is_split == is_split)
    return;
  self->is_split = is_split;
  if (self->notify_id == 0)
    self->notify_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, notify_cb, self, NULL);
}

static void
gr_split_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GrSplit *self = GR_SPLIT (widget);
  double scale = gr_text_scale (widget);
  gboolean is_split = width >= SPLIT_FROM * scale && gtk_widget_get_visible (self->detail);
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkAllocation list = {0, 0, width, height};
  GtkAllocation detail = {0, 0, width, height};
  int min_width;

  if (is_split) {
    gtk_widget_measure (self->detail, GTK_ORIENTATION_HORIZONTAL, -1, &min_width, NULL, NULL, NULL);
    detail.width = CLAMP (width * self->detail_percent / 100, (int) (DETAIL_MIN * scale),
        (int) (DETAIL_MAX * scale * self->detail_percent / DETAIL_PERCENT));
    detail.width = MAX (detail.width, min_width);
    list.width = width - detail.width;
    list.x = is_rtl ? detail.width : 0;
    detail.x = is_rtl ? 0 : list.width;
  }
  take_split (self, is_split);
  if (is_split || !self->shows_detail)
    gtk_widget_size_allocate (self->list, &list, -1);
  if (is_split || self->shows_detail)
    gtk_widget_size_allocate (self->detail, &detail, -1);
}

static void
gr_split_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  GrSplit *self = GR_SPLIT (object);

  if (id == PROP_IS_SPLIT)
    g_value_set_boolean (value, self->is_split);
  else if (id == PROP_SHOWS_DETAIL)
    g_value_set_boolean (value, self->shows_detail);
  else if (id == PROP_DETAIL_PERCENT)
    g_value_set_int (value, self->detail_percent);
  else
    g_value_set_object (value, id == PROP_LIST ? self->list : self->detail);
}

static void
set_part (GrSplit *self, GtkWidget **part, GtkWidget *widget)
{
  g_clear_pointer (part, gtk_widget_unparent);
  *part = widget;
  if (widget)
    gtk_widget_set_parent (widget, GTK_WIDGET (self));
}

static void
gr_split_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  GrSplit *self = GR_SPLIT (object);

  if (id == PROP_SHOWS_DETAIL)
    self->shows_detail = g_value_get_boolean (value);
  else if (id == PROP_DETAIL_PERCENT)
    self->detail_percent = g_value_get_int (value);
  else
    set_part (self, id == PROP_LIST ? &self->list : &self->detail, g_value_get_object (value));
  if (self->list && self->detail)
    take_split (self, self->is_split);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
gr_split_dispose (GObject *object)
{
  GrSplit *self = GR_SPLIT (object);

  g_clear_handle_id (&self->notify_id, g_source_remove);
  g_clear_pointer (&self->list, gtk_widget_unparent);
  g_clear_pointer (&self->detail, gtk_widget_unparent);
  G_OBJECT_CLASS (gr_split_parent_class)->dispose (object);
}

static void
gr_split_class_init (GrSplitClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = gr_split_dispose;
  object_class->get_property = gr_split_get_property;
  object_class->set_property = gr_split_set_property;
  widget_class->measure = gr_split_measure;
  widget_class->size_allocate = gr_split_size_allocate;

  properties[PROP_LIST] = g_param_spec_object ("list", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_DETAIL] = g_param_spec_object ("detail", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_DETAIL_PERCENT] = g_param_spec_int ("detail-percent", NULL, NULL, 10, 90, DETAIL_PERCENT, flags);
  properties[PROP_SHOWS_DETAIL] = g_param_spec_boolean ("shows-detail", NULL, NULL, FALSE, flags);
  properties[PROP_IS_SPLIT] =
      g_param_spec_boolean ("is-split", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
gr_split_init (GrSplit *self)
{
  self->detail_percent = DETAIL_PERCENT;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

gboolean
gr_split_is_split (GrSplit *self)
{
  g_return_val_if_fail (GR_IS_SPLIT (self), FALSE);
  return self->is_split;
}

/**
 * gr_split_shows_detail:
 *
 * Returns: whether the detail stands in the list's place, there being no room for both
 */
gboolean
gr_split_shows_detail (GrSplit *self)
{
  g_return_val_if_fail (GR_IS_SPLIT (self), FALSE);
  return self->shows_detail && !self->is_split;
}
