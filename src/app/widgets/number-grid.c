#include "number-grid.h"

#include "text-scale.h"

#include <glib/gi18n.h>
#include <math.h>

#define PERIOD_WIDTH 74 /* at 100 % text, pixels */
#define PAST_PERIODS 2  /* that are in sight before the running one */

/*
 * Cells are made once and then only written to: a selection that moves down a list changes texts, not widgets.
 */
struct _GrNumberGrid {
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *corner;
  GtkWidget *names;
  GtkWidget *scrolled;
  GtkWidget *periods;
  GPtrArray *name_labels; /* GtkLabel, by row */
  GPtrArray *columns;     /* GPtrArray of GtkInscription, by period: title first */
  guint n_shown_rows;
  guint n_shown_periods;
  int shown_now;
  double scale;
  GrNumberTable *table; /* (nullable) */
  guint scroll_id;
};

G_DEFINE_FINAL_TYPE (GrNumberGrid, gr_number_grid, GTK_TYPE_WIDGET)

static GtkWidget *
make_cell (GrNumberGrid *self)
{
  GtkWidget *cell = gtk_inscription_new (""); /* GTK 4.8 reads a missing text aloud, and stumbles */

  gtk_inscription_set_xalign (GTK_INSCRIPTION (cell), 1);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (cell), 0);
  gtk_inscription_set_min_lines (GTK_INSCRIPTION (cell), 1);
  gtk_inscription_set_nat_lines (GTK_INSCRIPTION (cell), 1);
  gtk_widget_set_size_request (cell, (int) (PERIOD_WIDTH * self->scale), -1);
  gtk_widget_add_css_class (cell, "numeric");
  return cell;
}

/* The column of a period, at least @n_cells long. */
static GPtrArray *
need_column (GrNumberGrid *self, guint period, guint n_cells)
{
  GPtrArray *column;

  while (self->columns->len <= period)
    g_ptr_array_add (self->columns, g_ptr_array_new());
  column = g_ptr_array_index (self->columns, period);
  while (column->len < n_cells) {
    GtkWidget *cell = make_cell (self);

    if (column->len == 0)
      gtk_widget_add_css_class (cell, "period");
    gtk_grid_attach (GTK_GRID (self->periods), cell, (int) period, (int) column->len, 1, 1);
    g_ptr_array_add (column, cell);
  }
  return column;
}

static void
set_class (GtkWidget *widget, const char *name, gboolean is_set)
{
  if (is_set == gtk_widget_has_css_class (widget, name))
    return;
  if (is_set)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
show_names (GrNumberGrid *self)
{
  const GrNumberTable *table = self->table;

  gtk_label_set_text (GTK_LABEL (self->corner), table->corner ? table->corner : "");
  for (guint r = 0; r < MAX (table->rows->len, self->n_shown_rows); r++) {
    const GrNumberRow *row = r < table->rows->len ? g_ptr_array_index (table->rows, r) : NULL;
    GtkWidget *label;

    if (r >= self->name_labels->len) {
      label = gtk_label_new (NULL);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_grid_attach (GTK_GRID (self->names), label, 0, (int) r + 1, 1, 1);
      g_ptr_array_add (self->name_labels, label);
    }
    label = g_ptr_array_index (self->name_labels, r);
    gtk_widget_set_visible (label, row != NULL);
    if (!row)
      continue;
    gtk_label_set_text (GTK_LABEL (label), row->title);
    gtk_widget_set_tooltip_text (label, row->tooltip);
    set_class (label, "strong", row->is_strong);
  }
}

static void
show_cell (GrNumberGrid *self, GtkWidget *cell, guint r, guint period)
{
  const GrNumberTable *table = self->table;
  const GrNumberRow *row = r < table->rows->len ? g_ptr_array_index (table->rows, r) : NULL;
  g_autofree char *text = row ? gr_number_table_cell (table, r, period) : NULL;

  gtk_widget_set_visible (cell, row != NULL);
  if (!row)
    return;
  gtk_inscription_set_text (GTK_INSCRIPTION (cell), text);
  set_class (cell, "strong", row->is_strong);
  set_class (cell, "error", row->is_strong && row->values[period] < 0);
}

static void
show_periods (GrNumberGrid *self)
{
  const GrNumberTable *table = self->table;
  guint n_rows = MAX (table->rows->len, self->n_shown_rows);

  for (guint period = 0; period < MAX (table->n_periods, self->n_shown_periods); period++) {
    gboolean is_shown = period < table->n_periods;
    GPtrArray *column = need_column (self, period, is_shown ? n_rows + 1 : 0);

    for (guint i = 0; i < column->len; i++) {
      GtkWidget *cell = g_ptr_array_index (column, i);

      set_class (cell, "now", (int) period == table->now);
      if (!is_shown)
        gtk_widget_set_visible (cell, FALSE);
      else if (i > 0)
        show_cell (self, cell, i - 1, period);
    }
    if (!is_shown)
      continue;
    gtk_widget_set_visible (g_ptr_array_index (column, 0), TRUE);
    gtk_inscription_set_text (GTK_INSCRIPTION (g_ptr_array_index (column, 0)), table->titles[period]);
  }
}

static void
scroll_to_period (GrNumberGrid *self, int period)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scrolled));
  double width = PERIOD_WIDTH * self->scale + gtk_grid_get_column_spacing (GTK_GRID (self->periods));

  gtk_adjustment_set_value (adjustment, width * MAX (0, period));
}

static gboolean
scroll_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  GrNumberGrid *self = GR_NUMBER_GRID (widget);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scrolled));

  if (gtk_adjustment_get_page_size (adjustment) <= 0)
    return G_SOURCE_CONTINUE;
  self->scroll_id = 0;
  if (self->table)
    scroll_to_period (self, self->table->now - PAST_PERIODS);
  return G_SOURCE_REMOVE;
}

/**
 * gr_number_grid_take_table:
 * @table: (nullable) (transfer full): what to show
 *
 * The running period is brought into sight where the periods are other ones than before.
 */
void
gr_number_grid_take_table (GrNumberGrid *self, GrNumberTable *table)
{
  g_return_if_fail (GR_IS_NUMBER_GRID (self));

  g_clear_pointer (&self->table, gr_number_table_free);
  self->table = table;
  gtk_widget_set_visible (self->box, table != NULL);
  if (!table)
    return;
  show_names (self);
  show_periods (self);
  if (self->n_shown_periods != table->n_periods || self->shown_now != table->now)
    if (self->scroll_id == 0)
      self->scroll_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, NULL, NULL);
  self->n_shown_rows = table->rows->len;
  self->n_shown_periods = table->n_periods;
  self->shown_now = table->now;
}

static void
copy_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GrNumberGrid *self = GR_NUMBER_GRID (widget);
  g_autofree char *text = self->table ? gr_number_table_copy_text (self->table) : NULL;

  if (text)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

static gboolean
move_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  GrNumberGrid *self = GR_NUMBER_GRID (widget);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scrolled));
  double width = PERIOD_WIDTH * self->scale + gtk_grid_get_column_spacing (GTK_GRID (self->periods));
  int step = g_variant_get_int32 (arguments);

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + step * width);
  return GDK_EVENT_STOP;
}

static void
gr_number_grid_dispose (GObject *object)
{
  GrNumberGrid *self = GR_NUMBER_GRID (object);

  if (self->scroll_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->scroll_id);
  self->scroll_id = 0;
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->table, gr_number_table_free);
  g_clear_pointer (&self->name_labels, g_ptr_array_unref);
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  G_OBJECT_CLASS (gr_number_grid_parent_class)->dispose (object);
}

static void
bind_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "numbers.copy", NULL, copy_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "numbers.copy", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, 0, move_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0, move_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Home, 0, move_cb, "i", -10000);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_End, 0, move_cb, "i", 10000);
}

static void
gr_number_grid_class_init (GrNumberGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gr_number_grid_dispose;
  gtk_widget_class_set_css_name (widget_class, "number-grid");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TABLE);
  bind_keys (widget_class);
}

static GtkWidget *
make_grid (void)
{
  GtkWidget *grid = gtk_grid_new();

  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 6);
  gtk_widget_set_valign (grid, GTK_ALIGN_START);
  return grid;
}

static void
gr_number_grid_init (GrNumberGrid *self)
{
  self->scale = gr_text_scale (GTK_WIDGET (self));
  self->shown_now = -1;
  self->name_labels = g_ptr_array_new();
  self->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->names = make_grid();
  self->periods = make_grid();
  self->corner = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->corner), 0);
  gtk_widget_add_css_class (self->corner, "period");
  gtk_grid_attach (GTK_GRID (self->names), self->corner, 0, 0, 1, 1);
  self->scrolled = gtk_scrolled_window_new();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_overlay_scrolling (GTK_SCROLLED_WINDOW (self->scrolled), FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), self->periods);
  gtk_widget_set_focusable (self->scrolled, FALSE);
  gtk_widget_set_can_focus (self->box, FALSE); /* what scrolls would claim the focus and not let it go */
  gtk_widget_set_hexpand (self->scrolled, TRUE);
  gtk_box_append (GTK_BOX (self->box), self->names);
  gtk_box_append (GTK_BOX (self->box), self->scrolled);
  gtk_widget_set_visible (self->box, FALSE);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Numbers by period"), -1);
}
