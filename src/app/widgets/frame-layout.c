#include "frame-layout.h"

#include "text-scale.h"

/* Widths at 100 % text, in pixels. */
#define MEDIUM_BELOW 900
#define NARROW_BELOW 560
#define MIN_WIDTH    340
#define MIN_HEIGHT   300
#define SIDEBAR_MIN  190
#define SIDEBAR_MAX  280

enum { PART_SIDEBAR, PART_RAIL, PART_BAR, PART_CONTENT, N_PARTS };

struct _GrFrameLayout {
  GtkWidget parent_instance;

  GtkWidget *parts[N_PARTS];
  GrFrameMode mode;
  guint notify_id;
};

enum { PROP_SIDEBAR = 1, PROP_RAIL, PROP_BAR, PROP_CONTENT, PROP_MODE, N_PROPERTIES };

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (GrFrameLayout, gr_frame_layout, GTK_TYPE_WIDGET)

static GrFrameMode
mode_for (GrFrameLayout *self, int width)
{
  double scale = gr_text_scale (GTK_WIDGET (self));

  if (width >= MEDIUM_BELOW * scale)
    return GR_FRAME_WIDE;
  return width >= NARROW_BELOW * MIN (scale, 1.25) ? GR_FRAME_MEDIUM : GR_FRAME_NARROW;
}

static void
gr_frame_layout_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
    int *minimum_baseline, int *natural_baseline)
{
  gboolean is_width = orientation == GTK_ORIENTATION_HORIZONTAL;

  *minimum = is_width ? MIN_WIDTH : MIN_HEIGHT;
  *natural = is_width ? 1100 : 720;
}

static gboolean
notify_mode_cb (gpointer data)
{
  GrFrameLayout *self = data;

  self->notify_id = 0;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODE]);
  return G_SOURCE_REMOVE;
}

/* Others show and hide widgets when the mode changes; that must not happen while space is given out. */
static void
take_mode (GrFrameLayout *self, GrFrameMode mode)
{
  if (self->mode == mode)
    return;
  self->mode = mode;
  if (self->notify_id == 0)
    self->notify_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, notify_mode_cb, self, NULL);
}

static void
allocate_part (GrFrameLayout *self, int part, const GdkRectangle *area)
{
  GtkWidget *child = self->parts[part];
  GdkRectangle place;
  int min_width = 0, min_height = 0;

  if (!child)
    return;
  gtk_widget_set_child_visible (child, area != NULL);
  if (!area)
    return;
  place = *area;
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &min_width, NULL, NULL, NULL);
  place.width = MAX (place.width, min_width);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, place.width, &min_height, NULL, NULL, NULL);
  place.height = MAX (place.height, min_height);
  gtk_widget_size_allocate (child, &place, -1);
}

static int
size_of (GtkWidget *child, GtkOrientation orientation)
{
  int natural = 0;

  if (child)
    gtk_widget_measure (child, orientation, -1, NULL, &natural, NULL, NULL);
  return natural;
}

static int
sidebar_width (GrFrameLayout *self)
{
  double scale = gr_text_scale (GTK_WIDGET (self));
  int natural = size_of (self->parts[PART_SIDEBAR], GTK_ORIENTATION_HORIZONTAL);

  if (natural == 0) /* hidden */
    return 0;
  return CLAMP (natural, (int) (SIDEBAR_MIN * scale), (int) (SIDEBAR_MAX * scale));
}

static void
gr_frame_layout_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GrFrameLayout *self = GR_FRAME_LAYOUT (widget);
  GrFrameMode mode = mode_for (self, width);
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GdkRectangle side = {0, 0, 0, height};
  GdkRectangle bar = {0, 0, width, 0};
  GdkRectangle content = {0, 0, width, height};

  if (mode == GR_FRAME_WIDE)
    side.width = sidebar_width (self);
  else if (mode == GR_FRAME_MEDIUM)
    side.width = size_of (self->parts[PART_RAIL], GTK_ORIENTATION_HORIZONTAL);
  else
    bar.height = size_of (self->parts[PART_BAR], GTK_ORIENTATION_VERTICAL);
  bar.y = height - bar.height;
  content.height -= bar.height;
  content.width -= side.width;
  side.x = is_rtl ? content.width : 0;
  content.x = is_rtl ? 0 : side.width;

  allocate_part (self, PART_SIDEBAR, mode == GR_FRAME_WIDE ? &side : NULL);
  allocate_part (self, PART_RAIL, mode == GR_FRAME_MEDIUM ? &side : NULL);
  allocate_part (self, PART_BAR, mode == GR_FRAME_NARROW ? &bar : NULL);
  allocate_part (self, PART_CONTENT, &content);
  take_mode (self, mode);
}

static void
gr_frame_layout_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  GrFrameLayout *self = GR_FRAME_LAYOUT (object);

  if (id == PROP_MODE)
    g_value_set_uint (value, self->mode);
  else
    g_value_set_object (value, self->parts[id - PROP_SIDEBAR]);
}

static void
gr_frame_layout_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  GrFrameLayout *self = GR_FRAME_LAYOUT (object);
  GtkWidget **part = &self->parts[id - PROP_SIDEBAR];

  g_clear_pointer (part, gtk_widget_unparent);
  *part = g_value_get_object (value);
  if (*part)
    gtk_widget_set_parent (*part, GTK_WIDGET (self));
}

static void
gr_frame_layout_dispose (GObject *object)
{
  GrFrameLayout *self = GR_FRAME_LAYOUT (object);

  g_clear_handle_id (&self->notify_id, g_source_remove);
  for (int i = 0; i < N_PARTS; i++)
    g_clear_pointer (&self->parts[i], gtk_widget_unparent);
  G_OBJECT_CLASS (gr_frame_layout_parent_class)->dispose (object);
}

static void
gr_frame_layout_class_init (GrFrameLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const char *const names[] = {"sidebar", "rail", "bar", "content"};

  object_class->dispose = gr_frame_layout_dispose;
  object_class->get_property = gr_frame_layout_get_property;
  object_class->set_property = gr_frame_layout_set_property;
  widget_class->measure = gr_frame_layout_measure;
  widget_class->size_allocate = gr_frame_layout_size_allocate;

  for (guint i = 0; i < N_PARTS; i++)
    properties[PROP_SIDEBAR + i] =
        g_param_spec_object (names[i], NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_MODE] = g_param_spec_uint (
      "mode", NULL, NULL, 0, GR_FRAME_NARROW, GR_FRAME_WIDE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
gr_frame_layout_init (GrFrameLayout *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GrFrameMode
gr_frame_layout_get_mode (GrFrameLayout *self)
{
  g_return_val_if_fail (GR_IS_FRAME_LAYOUT (self), GR_FRAME_WIDE);
  return self->mode;
}
