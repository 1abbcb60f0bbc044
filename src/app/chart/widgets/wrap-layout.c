#include "wrap-layout.h"

/**
 * GrWrapLayout:
 *
 * Children side by side at their natural width, in as many rows as they need, from the side where reading starts.
 * (AdwWrapBox came with libadwaita 1.7.)
 */
struct _GrWrapLayout {
  GtkLayoutManager parent_instance;

  int column_spacing;
  int row_spacing;
};

G_DEFINE_FINAL_TYPE (GrWrapLayout, gr_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

/* Where the next child goes. */
typedef struct {
  int x;
  int y;
  int row_height;
} Pen;

static GtkRequisition
child_size (GtkWidget *child, int width)
{
  GtkRequisition natural;

  gtk_widget_get_preferred_size (child, NULL, &natural);
  natural.width = MIN (natural.width, width);
  return natural;
}

/* Makes room for a child and returns where it goes; @pen moves on behind it. */
static graphene_point_t
take_place (GrWrapLayout *self, Pen *pen, GtkRequisition size, int width)
{
  graphene_point_t place;

  if (pen->x > 0 && pen->x + size.width > width) {
    pen->x = 0;
    pen->y += pen->row_height + self->row_spacing;
    pen->row_height = 0;
  }
  graphene_point_init (&place, (float) pen->x, (float) pen->y);
  pen->x += size.width + self->column_spacing;
  pen->row_height = MAX (pen->row_height, size.height);
  return place;
}

static int
height_for_width (GrWrapLayout *self, GtkWidget *widget, int width)
{
  Pen pen = {0};

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      take_place (self, &pen, child_size (child, width), width);
  return pen.y + pen.row_height;
}

static void
measure_width (GrWrapLayout *self, GtkWidget *widget, int *minimum, int *natural)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child)) {
    int child_minimum, child_natural;

    if (!gtk_widget_should_layout (child))
      continue;
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL, NULL);
    *minimum = MAX (*minimum, child_minimum);
    *natural += child_natural + (*natural > 0 ? self->column_spacing : 0);
  }
}

static GtkSizeRequestMode
gr_wrap_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
gr_wrap_layout_measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation, int for_size,
    int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  GrWrapLayout *self = GR_WRAP_LAYOUT (manager);

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (self, widget, minimum, natural);
  else
    *minimum = *natural = height_for_width (self, widget, for_size < 0 ? G_MAXINT / 2 : for_size);
}

static void
gr_wrap_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  GrWrapLayout *self = GR_WRAP_LAYOUT (manager);
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  Pen pen = {0};

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child)) {
    GtkRequisition size;
    graphene_point_t place;
    int x;

    if (!gtk_widget_should_layout (child))
      continue;
    size = child_size (child, width);
    place = take_place (self, &pen, size, width);
    x = is_rtl ? width - (int) place.x - size.width : (int) place.x;
    gtk_widget_size_allocate (child, &(GtkAllocation){x, (int) place.y, size.width, size.height}, -1);
  }
}

static void
gr_wrap_layout_class_init (GrWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->get_request_mode = gr_wrap_layout_get_request_mode;
  manager_class->measure = gr_wrap_layout_measure;
  manager_class->allocate = gr_wrap_layout_allocate;
}

static void
gr_wrap_layout_init (GrWrapLayout *self)
{
}

/**
 * gr_wrap_layout_new:
 * @column_spacing: between neighbours, pixels
 * @row_spacing: between rows, pixels
 */
GtkLayoutManager *
gr_wrap_layout_new (int column_spacing, int row_spacing)
{
  GrWrapLayout *self = g_object_new (GR_TYPE_WRAP_LAYOUT, NULL);

  self->column_spacing = column_spacing;
  self->row_spacing = row_spacing;
  return GTK_LAYOUT_MANAGER (self);
}
