#include "shown-columns.h"

#include "app/widgets/text-scale.h"
#include "sort-report.h"
#include "table-fit.h"
#include "table-header.h"
#include "table-voice.h"

#include <glib/gi18n.h>

struct _GrShownColumns {
  GtkWidget *view;
  GrTableState *state;
  const GrTableColumn *columns; /* of the state */
  gsize n;
  GPtrArray *shown;   /* GtkColumnViewColumn, as @columns */
  GPtrArray *reports; /* GrSortReport or NULL, as @columns */
  GrColumnDrawn drawn;
  gpointer owner;
  double scale; /* of text */
  int room;
  gboolean is_laying_out; /* widths that are set here, not by the user */
};

/**
 * gr_shown_columns_at:
 *
 * Returns: (transfer none)
 */
GtkColumnViewColumn *
gr_shown_columns_at (GrShownColumns *self, gsize i)
{
  return g_ptr_array_index (self->shown, i);
}

/**
 * gr_shown_columns_button:
 *
 * Returns: (nullable): the column whose cells are a button
 */
const GrTableColumn *
gr_shown_columns_button (GrShownColumns *self)
{
  for (gsize i = 0; i < self->n; i++)
    if (self->columns[i].kind == GR_CELL_BUTTON)
      return &self->columns[i];
  return NULL;
}

/* Its own, or that of its header where this is longer: words differ by language. */
static int
least_width (GrShownColumns *self, gsize i)
{
  const char *title = gtk_column_view_column_get_title (gr_shown_columns_at (self, i));

  return MAX ((int) (self->columns[i].width * self->scale), gr_table_header_width (self->view, title));
}

/* What the user drew it to, or the least. */
static int
wanted_width (GrShownColumns *self, gsize i)
{
  int chosen = gr_table_state_get_width (self->state, i);

  return chosen > 0 && !self->columns[i].expands ? (int) (chosen * self->scale) : least_width (self, i);
}

/* -1 lets a column take what is left. */
static int
width_of (GrShownColumns *self, gsize i)
{
  return self->columns[i].expands ? -1 : wanted_width (self, i);
}

static void
set_width (GrShownColumns *self, gsize i, int width)
{
  self->is_laying_out = TRUE;
  gtk_column_view_column_set_fixed_width (gr_shown_columns_at (self, i), width);
  self->is_laying_out = FALSE;
}

/* The user draws a column's edge, in many steps. GTK gives those before it their own width as well, which is no wish.
 * The column that takes what is left goes on taking it. */
static void
width_drawn_cb (GrShownColumns *self, GParamSpec *pspec, GtkColumnViewColumn *column)
{
  int width = gtk_column_view_column_get_fixed_width (column);
  guint i;

  if (self->is_laying_out || width <= 0 || !g_ptr_array_find (self->shown, column, &i) || self->columns[i].expands ||
      width == wanted_width (self, i))
    return;
  gr_table_state_set_width (self->state, i, MAX (1, (int) (width / self->scale + 0.5)));
  self->drawn (self->owner);
}

/* GTK 4.8 gives hidden columns their fixed width all the same, and the expanding one nothing. */
static void
show_column (GrShownColumns *self, gsize i, gboolean is_shown)
{
  GtkColumnViewColumn *column = gr_shown_columns_at (self, i);

  if (gtk_column_view_column_get_visible (column) == is_shown)
    return;
  set_width (self, i, is_shown ? width_of (self, i) : 0);
  gtk_column_view_column_set_visible (column, is_shown);
}

/**
 * gr_shown_columns_fit:
 * @room: how wide they may be together; until it is known, 0
 *
 * Shows what is chosen and has room.
 */
void
gr_shown_columns_fit (GrShownColumns *self, int room)
{
  g_autofree gboolean *is_shown = g_new0 (gboolean, self->n + 1);
  g_autofree int *widths = g_new0 (int, self->n + 1);

  self->room = room;
  for (gsize i = 0; i < self->n; i++)
    widths[i] = wanted_width (self, i);
  gr_table_fit (self->state, widths, room, is_shown);
  for (gsize i = 0; i < self->n; i++)
    show_column (self, i, is_shown[i]);
}

static void
add (GrShownColumns *self, gsize i, GMenuModel *menu, gpointer user_data)
{
  const GrTableColumn *column = &self->columns[i];
  g_autofree char *title = gr_table_header_title (column, column->unit && *column->unit ? _ (column->unit) : NULL);
  GtkListItemFactory *factory = gr_table_column_make_factory (column, user_data);
  GtkColumnViewColumn *added = gtk_column_view_column_new (title, factory);
  GtkSorter *report = column->is_sortable ? gr_sort_report_new() : NULL;

  if (column->expands)
    gr_table_voice_name_rows (factory);
  gtk_column_view_column_set_expand (added, column->expands);
  gtk_column_view_column_set_resizable (added, TRUE);
  gtk_column_view_column_set_header_menu (added, menu);
  gtk_column_view_column_set_sorter (added, report);
  gtk_column_view_append_column (GTK_COLUMN_VIEW (self->view), added);
  g_ptr_array_add (self->shown, added);
  set_width (self, i, width_of (self, i));
  g_signal_connect_swapped (added, "notify::fixed-width", G_CALLBACK (width_drawn_cb), self);
  g_ptr_array_add (self->reports, report);
}

/**
 * gr_shown_columns_add_all:
 * @menu: of every header
 * @user_data: for the functions that fill cells
 *
 * Puts them into the view, once.
 */
void
gr_shown_columns_add_all (GrShownColumns *self, GMenuModel *menu, gpointer user_data)
{
  for (gsize i = 0; i < self->n; i++)
    add (self, i, menu, user_data);
  gr_table_header_dress (self->view, self->columns, self->n);
}

/**
 * gr_shown_columns_sort_by:
 *
 * Shows an order in the header, which makes it the wanted one.
 */
void
gr_shown_columns_sort_by (GrShownColumns *self, const char *column_id, gboolean is_descending)
{
  for (gsize i = 0; i < self->n; i++)
    if (g_str_equal (self->columns[i].id, column_id))
      gtk_column_view_sort_by_column (GTK_COLUMN_VIEW (self->view), gr_shown_columns_at (self, i),
          is_descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
}

/**
 * gr_shown_columns_wanted_sort:
 *
 * Returns: whether the view is to be sorted by one of them
 */
gboolean
gr_shown_columns_wanted_sort (GrShownColumns *self, guint *column, gboolean *is_descending)
{
  GrSortReport *first = gr_sort_report_ask (gtk_column_view_get_sorter (GTK_COLUMN_VIEW (self->view)),
      (GrSortReport *const *) self->reports->pdata, self->reports->len, is_descending);

  return first && g_ptr_array_find (self->reports, first, column);
}

/* After what they want to be has changed. */
static void
set_width_again (GrShownColumns *self, gsize i)
{
  if (gtk_column_view_column_get_visible (gr_shown_columns_at (self, i)))
    set_width (self, i, width_of (self, i));
}

/**
 * gr_shown_columns_set_unit:
 * @unit: what the column's numbers count, such as the shop's currency
 */
void
gr_shown_columns_set_unit (GrShownColumns *self, const char *column_id, const char *unit)
{
  for (gsize i = 0; i < self->n; i++) {
    g_autofree char *title = gr_table_header_title (&self->columns[i], unit);

    if (!g_str_equal (self->columns[i].id, column_id) ||
        g_strcmp0 (gtk_column_view_column_get_title (gr_shown_columns_at (self, i)), title) == 0)
      continue;
    gtk_column_view_column_set_title (gr_shown_columns_at (self, i), title);
    set_width_again (self, i);
    gr_shown_columns_fit (self, self->room);
  }
}

/**
 * gr_shown_columns_recall:
 *
 * Makes them as the state says, after that was read.
 */
void
gr_shown_columns_recall (GrShownColumns *self)
{
  for (gsize i = 0; i < self->n; i++)
    set_width_again (self, i);
  gr_shown_columns_fit (self, self->room);
}

/**
 * gr_shown_columns_new:
 * @view: a #GtkColumnView without columns
 * @state: outlives them
 * @drawn: called on @owner
 */
GrShownColumns *
gr_shown_columns_new (GtkWidget *view, GrTableState *state, GrColumnDrawn drawn, gpointer owner)
{
  GrShownColumns *self = g_new0 (GrShownColumns, 1);

  self->view = view;
  self->state = state;
  self->columns = gr_table_state_get_columns (state, &self->n);
  self->shown = g_ptr_array_new_with_free_func (g_object_unref);
  self->reports = g_ptr_array_new();
  self->drawn = drawn;
  self->owner = owner;
  self->scale = gr_text_scale (view);
  return self;
}

void
gr_shown_columns_free (GrShownColumns *self)
{
  for (guint i = 0; i < self->shown->len; i++)
    g_signal_handlers_disconnect_by_data (self->shown->pdata[i], self);
  g_ptr_array_unref (self->shown);
  g_ptr_array_unref (self->reports);
  g_free (self);
}
