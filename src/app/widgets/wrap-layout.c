#include "wrap-layout.h"

struct _GrWrapLayout {
  GtkLayoutManager parent_instance;

  int spacing;
};

G_DEFINE_FINAL_TYPE (GrWrapLayout, gr_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

static int
width_of (GtkWidget *child)
{
  int natural = 0;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

static int
height_of (GtkWidget *child, int width)
{
  int natural = 0;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

/* Walks the lines that fit into @width; places the children where @is_placing. Returns the height of all lines. */
static int
walk_lines (GrWrapLayout *self, GtkWidget *widget, int width, gboolean is_placing)
{
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = 0, y = 0, line = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child)) {
    GtkAllocation area;

    if (!gtk_widget_should_layout (child))
      continue;
    area.width = MIN (width_of (child), width);
    area.height = height_of (child, area.width);
    if (x > 0 && x + area.width > width) {
      x = 0;
      y += line + self->spacing;
      line = 0;
    }
    area.x = is_rtl ? width - x - area.width : x;
    area.y = y;
    if (is_placing)
      gtk_widget_size_allocate (child, &area, -1);
    x += area.width + self->spacing;
    line = MAX (line, area.height);
  }
  return y + line;
}

static void
measure_widths (GrWrapLayout *self, GtkWidget *widget, int *minimum, int *natural)
{
  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child)) {
    int width;

    if (!gtk_widget_should_layout (child))
      continue;
    width = width_of (child);
    *minimum = MAX (*minimum, width);
    *natural += width + (*natural > 0 ? self->spacing : 0);
  }
}

static void
gr_wrap_layout_measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation, int for_size,
    int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  GrWrapLayout *self = GR_WRAP_LAYOUT (manager);
  int least, most;

  measure_widths (self, widget, &least, &most);
  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = least;
    *natural = most;
  } else {
    *minimum = *natural = walk_lines (self, widget, for_size < 0 ? most : MAX (for_size, least), FALSE);
  }
}

static void
gr_wrap_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  walk_lines (GR_WRAP_LAYOUT (manager), widget, width, TRUE);
}

static GtkSizeRequestMode
gr_wrap_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
gr_wrap_layout_class_init (GrWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->measure = gr_wrap_layout_measure;
  layout_class->allocate = gr_wrap_layout_allocate;
  layout_class->get_request_mode = gr_wrap_layout_get_request_mode;
}

static void
gr_wrap_layout_init (GrWrapLayout *self)
{
}

/**
 * gr_wrap_layout_new:
 * @spacing: between children and between lines, in pixels
 */
GtkLayoutManager *
gr_wrap_layout_new (int spacing)
{
  GrWrapLayout *self = g_object_new (GR_TYPE_WRAP_LAYOUT, NULL);

  self->spacing = spacing;
  return GTK_LAYOUT_MANAGER (self);
}
