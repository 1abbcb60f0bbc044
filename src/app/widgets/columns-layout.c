#include "columns-layout.h"

#include "text-scale.h"

#define SPACING     18
#define LEAST_WIDTH 320 /* of a column, at 100 % text */

struct _GrColumnsLayout {
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (GrColumnsLayout, gr_columns_layout, GTK_TYPE_LAYOUT_MANAGER)

/* The width of a column, given the width of all: it is the same where there is but one. */
static int
column_width (GtkWidget *widget, int width)
{
  int half = (width - SPACING) / 2;

  return half >= LEAST_WIDTH * gr_text_scale (widget) ? half : width;
}

static void
measure_width (GtkWidget *widget, int *minimum, int *natural)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child)) {
    int child_minimum, child_natural;

    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL, NULL);
    *minimum = MAX (*minimum, child_minimum);
    *natural = MAX (*natural, 2 * child_natural + SPACING);
  }
}

static int
height_of (GtkWidget *child, int width)
{
  int height;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  return height;
}

static int
measure_height (GtkWidget *widget, int width)
{
  int column = width < 0 ? -1 : column_width (widget, width);
  int sum = 0, most = 0, n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child)) {
    int height = height_of (child, column);

    sum += height + (n++ ? SPACING : 0);
    most = MAX (most, height);
  }
  return column >= 0 && column < width ? most : sum;
}

static void
gr_columns_layout_measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation, int for_size,
    int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (widget, minimum, natural);
  else
    *minimum = *natural = measure_height (widget, for_size);
}

static void
gr_columns_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int column = column_width (widget, width);
  int at = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child)) {
    int child_height = height_of (child, column);
    GtkAllocation place = {0, at, column, child_height};

    if (column < width)
      place = (GtkAllocation){is_rtl ? width - column - at : at, 0, column, child_height};
    gtk_widget_size_allocate (child, &place, -1);
    at += (column < width ? column : child_height) + SPACING;
  }
}

static GtkSizeRequestMode
gr_columns_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
gr_columns_layout_class_init (GrColumnsLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->measure = gr_columns_layout_measure;
  layout_class->allocate = gr_columns_layout_allocate;
  layout_class->get_request_mode = gr_columns_layout_get_request_mode;
}

static void
gr_columns_layout_init (GrColumnsLayout *self)
{
}
