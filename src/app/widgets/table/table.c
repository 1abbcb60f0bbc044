#include "table.h"

#include "app/compat.h"
#include "app/frame/reading.h"
#include "app/frame/settings.h"
#include "cell-entry.h"
#include "shown-columns.h"
#include "table-menu.h"
#include "table-state.h"
#include "table-voice.h"
#include "app/widgets/access/one-stop.h"

#include <adwaita.h>

struct _GrTable {
  GtkWidget parent_instance;

  GtkWidget *stack;
  GtkWidget *scrolled;
  GtkWidget *view;
  GtkWidget *empty;
  GtkWidget *empty_button;

  const GrTableColumn *columns;
  gsize n_columns;
  gpointer user_data; /* for the functions of @columns */
  GrTableState *state;
  GrShownColumns *shown; /* the columns on screen; NULL until they are set */
  GrPagedModel *model;
  char *name;
  int fit_width;
  guint fit_id;
  guint save_id;
  gboolean wants_focus; /* once there are rows */
};

#define SAVE_MS 400

enum { ACTIVATED, SORT_CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GrTable, gr_table, GTK_TYPE_WIDGET)

static void
save_state (GrTable *self)
{
  GrSettings *settings = gr_settings_of (GTK_WIDGET (self));
  g_autofree char *text = gr_table_state_format (self->state);

  if (settings && self->name)
    gr_settings_set_table (settings, self->name, text);
}

static gboolean
save_cb (gpointer data)
{
  GrTable *self = data;

  self->save_id = 0;
  save_state (self);
  return G_SOURCE_REMOVE;
}

/* Kept when the edge that the user draws comes to rest. */
static void
drawn_cb (gpointer table)
{
  GrTable *self = table;

  g_clear_handle_id (&self->save_id, g_source_remove);
  self->save_id = g_timeout_add (SAVE_MS, save_cb, self);
}

static void
fit_columns (GrTable *self)
{
  if (self->shown)
    gr_shown_columns_fit (self->shown, self->fit_width);
}

static gboolean
fit_cb (gpointer data)
{
  GrTable *self = data;

  self->fit_id = 0;
  fit_columns (self);
  return G_SOURCE_REMOVE;
}

static void
gr_table_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GrTable *self = GR_TABLE (widget);

  gtk_widget_size_allocate (self->stack, &(GtkAllocation){0, 0, width, height}, -1);
  if (self->fit_width == width)
    return;
  self->fit_width = width;
  if (self->fit_id == 0)
    self->fit_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, fit_cb, self, NULL);
}

static void
gr_table_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
    int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (GR_TABLE (widget)->stack, orientation, for_size, minimum, natural, NULL, NULL);
}

static void
scroll_to_position (GrTable *self, guint position)
{
  GtkWidget *list = gtk_widget_get_last_child (self->view);

  if (list)
    gtk_widget_activate_action (list, "list.scroll-to-item", "u", position);
}

/* Who looks at the head of a list goes on doing so when lines are put before it. */
static void
stay_at_head (GrTable *self)
{
  GtkAdjustment *scroll = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled));

  if (gtk_adjustment_get_value (scroll) < 1)
    scroll_to_position (self, 0);
}

/* Somebody who went on to type elsewhere meanwhile is left alone. */
static void
take_wanted_focus (GrTable *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  if (self->wants_focus && gtk_widget_get_mapped (self->view) && !(focus && GTK_IS_EDITABLE (focus)))
    gtk_widget_grab_focus (self->view);
  self->wants_focus = FALSE;
}

/* The focus stays in the list's place when its last row goes: GTK would look for it from the row that is no more. */
static void
show_state_of_list (GrTable *self)
{
  gboolean is_empty = self->model && gr_paged_model_is_loaded (self->model) &&
                      g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0;
  gboolean had_focus = gtk_widget_get_focus_child (self->stack) == self->scrolled;

  gtk_stack_set_visible_child (GTK_STACK (self->stack), is_empty ? self->empty : self->scrolled);
  if (is_empty && had_focus)
    gtk_widget_grab_focus (self->empty);
  if (self->model && !is_empty && g_list_model_get_n_items (G_LIST_MODEL (self->model)) > 0) {
    stay_at_head (self);
    take_wanted_focus (self);
  }
}

static void
activate_cb (GrTable *self, guint position)
{
  g_autoptr (GrRow) row = g_list_model_get_item (G_LIST_MODEL (self->model), position);

  if (row)
    g_signal_emit (self, signals[ACTIVATED], 0, gr_row_get_id (row));
}

static void
sorter_changed_cb (GrTable *self)
{
  gboolean is_descending;
  guint column;

  if (!self->view || !gr_shown_columns_wanted_sort (self->shown, &column, &is_descending)) /* they go with the view */
    return;
  gr_table_state_set_sort (self->state, column, is_descending);
  save_state (self);
  g_signal_emit (self, signals[SORT_CHANGED], 0);
}

/* What the button at the end of a line does with the mouse, Delete does with the selected line. */
static gboolean
key_cb (GrTable *self, guint keyval, guint keycode, GdkModifierType state)
{
  const GrTableColumn *column = self->shown ? gr_shown_columns_button (self->shown) : NULL;
  gint64 id = self->model ? gr_paged_model_get_selected (self->model) : 0;
  guint position = id ? gr_paged_model_position_of (self->model, id) : GTK_INVALID_LIST_POSITION;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autoptr (GrRow) row = NULL;
  gpointer data;

  if (keyval != GDK_KEY_Delete || !column || position == GTK_INVALID_LIST_POSITION ||
      (root && GTK_IS_EDITABLE (gtk_root_get_focus (root))))
    return GDK_EVENT_PROPAGATE;
  row = g_list_model_get_item (G_LIST_MODEL (self->model), position);
  data = gr_row_get_data (row);
  if (data && (!column->can_edit || column->can_edit (data, self->user_data)))
    column->press (data, self->user_data);
  return GDK_EVENT_STOP;
}

/* A list is one stop of the Tab key: from row to row go the arrows. */
static gboolean
gr_table_focus_on (GtkWidget *widget, GtkDirectionType direction)
{
  if (gr_one_stop_leaves (GR_TABLE (widget)->scrolled, direction) ||
      !GTK_WIDGET_CLASS (gr_table_parent_class)->focus (widget, direction))
    return FALSE;
  if (direction == GTK_DIR_TAB_BACKWARD)
    gr_cell_entry_focus_last (gtk_root_get_focus (gtk_widget_get_root (widget)));
  return TRUE;
}

static void
columns_chosen (GtkWidget *widget)
{
  fit_columns (GR_TABLE (widget));
  save_state (GR_TABLE (widget));
}

/**
 * gr_table_set_columns:
 * @columns: (array length=n): must live as long as the table; once only
 * @user_data: for the functions that fill cells
 */
void
gr_table_set_columns (GrTable *self, const GrTableColumn *columns, gsize n, gpointer user_data)
{
  g_autoptr (GMenuModel) menu = NULL;

  g_return_if_fail (GR_IS_TABLE (self));
  g_return_if_fail (!self->columns);

  self->columns = columns;
  self->n_columns = n;
  self->user_data = user_data;
  self->state = gr_table_state_new (columns, n);
  menu = gr_table_menu_new (GTK_WIDGET (self), self->state, columns_chosen);
  self->shown = gr_shown_columns_new (self->view, self->state, drawn_cb, self);
  gr_shown_columns_add_all (self->shown, menu, user_data);
  g_signal_connect_object (gtk_column_view_get_sorter (GTK_COLUMN_VIEW (self->view)), "changed",
      G_CALLBACK (sorter_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * gr_table_set_unit:
 * @unit: what the column's numbers count, such as the shop's currency
 */
void
gr_table_set_unit (GrTable *self, const char *column_id, const char *unit)
{
  g_return_if_fail (GR_IS_TABLE (self) && self->shown);

  gr_shown_columns_set_unit (self->shown, column_id, unit);
}

void
gr_table_set_model (GrTable *self, GrPagedModel *model)
{
  g_return_if_fail (GR_IS_TABLE (self));

  if (self->model)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_set_object (&self->model, model);
  gtk_column_view_set_model (GTK_COLUMN_VIEW (self->view), GTK_SELECTION_MODEL (model));
  if (model) {
    g_signal_connect_object (model, "loaded", G_CALLBACK (show_state_of_list), self, G_CONNECT_SWAPPED);
    g_signal_connect_object (model, "failed", G_CALLBACK (gr_reading_failed), self, G_CONNECT_SWAPPED);
  }
  show_state_of_list (self);
}

/* The state may only be known once the table is in a window. */
static void
recall (GrTable *self)
{
  GrSettings *settings = gr_settings_of (GTK_WIDGET (self));
  g_autofree char *text = settings && self->name ? gr_settings_get_table (settings, self->name) : NULL;
  guint sort;
  gboolean is_descending;

  if (!text)
    return;
  gr_table_state_parse (self->state, text);
  gr_shown_columns_recall (self->shown);
  if (gr_table_state_get_sort (self->state, &sort, &is_descending))
    gr_table_set_sort (self, self->columns[sort].id, is_descending);
}

static void
gr_table_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (gr_table_parent_class)->root (widget);
  recall (GR_TABLE (widget));
}

/* What was drawn a moment ago is kept before the window is gone. */
static void
gr_table_unroot (GtkWidget *widget)
{
  GrTable *self = GR_TABLE (widget);

  if (self->save_id != 0) {
    g_clear_handle_id (&self->save_id, g_source_remove);
    save_state (self);
  }
  GTK_WIDGET_CLASS (gr_table_parent_class)->unroot (widget);
}

/**
 * gr_table_remember:
 * @name: under which the table's columns, their widths and order are kept; set it before the table is in a window
 */
void
gr_table_remember (GrTable *self, const char *name)
{
  g_return_if_fail (GR_IS_TABLE (self));

  g_free (self->name);
  self->name = g_strdup (name);
}

/**
 * gr_table_set_empty:
 *
 * What is shown in place of a list without rows; may be called again when the reason is another one.
 */
void
gr_table_set_empty (GrTable *self, const GrTableEmpty *empty)
{
  g_autofree char *title = g_markup_escape_text (empty->title, -1);
  g_autofree char *description = empty->description ? g_markup_escape_text (empty->description, -1) : NULL;

  g_return_if_fail (GR_IS_TABLE (self));

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (self->empty), empty->icon_name);
  adw_status_page_set_title (ADW_STATUS_PAGE (self->empty), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->empty), GTK_ACCESSIBLE_PROPERTY_LABEL, empty->title, -1);
  adw_status_page_set_description (ADW_STATUS_PAGE (self->empty), description);
  gtk_widget_set_visible (self->empty_button, empty->action_label != NULL);
  if (empty->action_label) {
    gtk_button_set_label (GTK_BUTTON (self->empty_button), empty->action_label);
    gr_actionable_set_detailed (GTK_ACTIONABLE (self->empty_button), empty->action_name);
  }
}

/**
 * gr_table_set_sort:
 *
 * Shows an order in the header; "sort-changed" follows.
 */
void
gr_table_set_sort (GrTable *self, const char *column_id, gboolean is_descending)
{
  g_return_if_fail (GR_IS_TABLE (self));

  gr_shown_columns_sort_by (self->shown, column_id, is_descending);
}

/**
 * gr_table_get_sort:
 *
 * Returns: (nullable) (transfer none): the id of the column whose order is wanted
 */
const char *
gr_table_get_sort (GrTable *self, gboolean *is_descending)
{
  guint index;

  g_return_val_if_fail (GR_IS_TABLE (self), NULL);

  if (!gr_table_state_get_sort (self->state, &index, is_descending))
    return NULL;
  return self->columns[index].id;
}

/**
 * gr_table_get_list:
 *
 * Returns: (transfer full) (nullable): the list as it is shown, with the columns that are chosen, whether or not the
 *   window has room for them
 */
GrTableList *
gr_table_get_list (GrTable *self)
{
  GrTableList *list;

  g_return_val_if_fail (GR_IS_TABLE (self), NULL);

  if (!self->model)
    return NULL;
  list = gr_table_list_new (self->model, self->user_data);
  for (gsize i = 0; i < self->n_columns; i++)
    if (!gr_table_state_is_hidden (self->state, i))
      gr_table_list_add (
          list, &self->columns[i], gtk_column_view_column_get_title (gr_shown_columns_at (self->shown, i)));
  return list;
}

/**
 * gr_table_scroll_to:
 *
 * Brings the row of an id into sight, where it is in the list.
 */
void
gr_table_scroll_to (GrTable *self, gint64 id)
{
  guint position;

  g_return_if_fail (GR_IS_TABLE (self));

  position = self->model ? gr_paged_model_position_of (self->model, id) : GTK_INVALID_LIST_POSITION;
  if (position != GTK_INVALID_LIST_POSITION)
    scroll_to_position (self, position);
}

/**
 * gr_table_focus:
 *
 * Gives the keyboard to the list, now or when it has rows.
 */
void
gr_table_focus (GrTable *self)
{
  g_return_if_fail (GR_IS_TABLE (self));

  self->wants_focus = !self->model || g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0;
  if (!self->wants_focus)
    gtk_widget_grab_focus (self->view);
}

static void
gr_table_dispose (GObject *object)
{
  GrTable *self = GR_TABLE (object);

  g_clear_handle_id (&self->fit_id, g_source_remove);
  if (self->view)
    gtk_column_view_set_model (GTK_COLUMN_VIEW (self->view), NULL);
  g_clear_object (&self->model);
  g_clear_pointer (&self->stack, gtk_widget_unparent);
  self->view = NULL;
  G_OBJECT_CLASS (gr_table_parent_class)->dispose (object);
}

static void
gr_table_finalize (GObject *object)
{
  GrTable *self = GR_TABLE (object);

  g_clear_pointer (&self->shown, gr_shown_columns_free);
  g_clear_pointer (&self->state, gr_table_state_free);
  g_free (self->name);
  G_OBJECT_CLASS (gr_table_parent_class)->finalize (object);
}

static void
gr_table_class_init (GrTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gr_table_dispose;
  G_OBJECT_CLASS (klass)->finalize = gr_table_finalize;
  widget_class->size_allocate = gr_table_size_allocate;
  widget_class->measure = gr_table_measure;
  widget_class->focus = gr_table_focus_on;
  widget_class->root = gr_table_root;
  widget_class->unroot = gr_table_unroot;

  signals[ACTIVATED] =
      g_signal_new ("activated", GR_TYPE_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[SORT_CHANGED] =
      g_signal_new ("sort-changed", GR_TYPE_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/granary/Granary/widgets/table/table.ui");
  gtk_widget_class_bind_template_child (widget_class, GrTable, stack);
  gtk_widget_class_bind_template_child (widget_class, GrTable, scrolled);
  gtk_widget_class_bind_template_child (widget_class, GrTable, view);
  gtk_widget_class_bind_template_child (widget_class, GrTable, empty);
  gtk_widget_class_bind_template_child (widget_class, GrTable, empty_button);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
gr_table_init (GrTable *self)
{
  GtkEventController *keys = gtk_event_controller_key_new();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gr_table_voice_name_list (GTK_WIDGET (self), self->view);
}

GtkWidget *
gr_table_new (void)
{
  return g_object_new (GR_TYPE_TABLE, NULL);
}
