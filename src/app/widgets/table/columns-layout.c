#include "columns-layout.h"

#include "app/widgets/text-scale.h"

#define SPACING     18
#define LEAST_WIDTH 320 /* of a column, at 100 % text, unless another is asked for */

struct _GrColumnsLayout {
  GtkLayoutManager parent_instance;

  gboolean is_end_tight;
  int least_width;
};

enum { PROP_0, PROP_END_IS_TIGHT, PROP_LEAST_WIDTH, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (GrColumnsLayout, gr_columns_layout, GTK_TYPE_LAYOUT_MANAGER)

/* How wide the two are; each as wide as all where one stands below the other. */
typedef struct {
  gboolean is_split;
  int widths[2];
} Columns;

static Columns
divide (GrColumnsLayout *self, GtkWidget *widget, int width)
{
  GtkWidget *end = gtk_widget_get_last_child (widget);
  int tight = 0, first;

  if (self->is_end_tight && end)
    gtk_widget_measure (end, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &tight, NULL, NULL);
  first = self->is_end_tight ? width - SPACING - tight : (width - SPACING) / 2;
  if (width >= 0 && first >= self->least_width * gr_text_scale (widget))
    return (Columns){TRUE, {first, width - SPACING - first}};
  return (Columns){FALSE, {width, width}};
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
measure_height (GrColumnsLayout *self, GtkWidget *widget, int width)
{
  Columns columns = divide (self, widget, width);
  int sum = 0, most = 0, n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child), n++) {
    int height = height_of (child, columns.widths[n > 0]);

    sum += height + (n ? SPACING : 0);
    most = MAX (most, height);
  }
  return columns.is_split ? most : sum;
}

static void
gr_columns_layout_measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation, int for_size,
    int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (widget, minimum, natural);
  else
    *minimum = *natural = measure_height (GR_COLUMNS_LAYOUT (manager), widget, for_size);
}

static void
gr_columns_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  Columns columns = divide (GR_COLUMNS_LAYOUT (manager), widget, width);
  int at = 0, n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child), n++) {
    int column = columns.widths[n > 0];
    int child_height = columns.is_split ? height : height_of (child, column);
    GtkAllocation place = {0, at, column, child_height};

    if (columns.is_split)
      place = (GtkAllocation){is_rtl ? width - column - at : at, 0, column, child_height};
    gtk_widget_size_allocate (child, &place, -1);
    at += (columns.is_split ? column : child_height) + SPACING;
  }
}

static GtkSizeRequestMode
gr_columns_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
gr_columns_layout_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_END_IS_TIGHT)
    GR_COLUMNS_LAYOUT (object)->is_end_tight = g_value_get_boolean (value);
  else if (id == PROP_LEAST_WIDTH)
    GR_COLUMNS_LAYOUT (object)->least_width = g_value_get_int (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
gr_columns_layout_class_init (GrColumnsLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  G_OBJECT_CLASS (klass)->set_property = gr_columns_layout_set_property;
  properties[PROP_END_IS_TIGHT] =
      g_param_spec_boolean ("end-is-tight", NULL, NULL, FALSE, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_LEAST_WIDTH] =
      g_param_spec_int ("least-width", NULL, NULL, 1, G_MAXINT, LEAST_WIDTH, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);

  layout_class->measure = gr_columns_layout_measure;
  layout_class->allocate = gr_columns_layout_allocate;
  layout_class->get_request_mode = gr_columns_layout_get_request_mode;
}

static void
gr_columns_layout_init (GrColumnsLayout *self)
{
  self->least_width = LEAST_WIDTH;
}
