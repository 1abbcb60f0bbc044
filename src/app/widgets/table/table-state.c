#include "table-state.h"

/* Of a column that can be taken hold of, and that does not push all others out. */
#define LEAST_WIDTH 20
#define MOST_WIDTH  2000

struct _GrTableState {
  const GrTableColumn *columns;
  gsize n;
  gboolean *is_hidden;
  int *widths; /* 0: as the table has it */
  gssize sort; /* -1: none */
  gboolean is_descending;
};

GrTableState *
gr_table_state_new (const GrTableColumn *columns, gsize n)
{
  GrTableState *state = g_new0 (GrTableState, 1);

  state->columns = columns;
  state->n = n;
  state->is_hidden = g_new0 (gboolean, n + 1);
  state->widths = g_new0 (int, n + 1);
  state->sort = -1;
  for (gsize i = 0; i < n; i++)
    state->is_hidden[i] = columns[i].is_hidden;
  return state;
}

void
gr_table_state_free (GrTableState *state)
{
  g_free (state->is_hidden);
  g_free (state->widths);
  g_free (state);
}

gboolean
gr_table_state_is_hidden (const GrTableState *state, gsize column)
{
  return state->is_hidden[column];
}

void
gr_table_state_set_hidden (GrTableState *state, gsize column, gboolean is_hidden)
{
  state->is_hidden[column] = is_hidden;
}

const GrTableColumn *
gr_table_state_get_columns (const GrTableState *state, gsize *n)
{
  *n = state->n;
  return state->columns;
}

/**
 * gr_table_state_get_width:
 *
 * Returns: pixels at a text scale of 100 %, 0 where nobody chose one
 */
int
gr_table_state_get_width (const GrTableState *state, gsize column)
{
  return state->widths[column];
}

void
gr_table_state_set_width (GrTableState *state, gsize column, int width)
{
  state->widths[column] = CLAMP (width, 0, MOST_WIDTH);
}

/**
 * gr_table_state_get_sort:
 *
 * Returns: %FALSE where no order was chosen
 */
gboolean
gr_table_state_get_sort (const GrTableState *state, guint *column, gboolean *is_descending)
{
  if (state->sort < 0)
    return FALSE;
  *column = (guint) state->sort;
  *is_descending = state->is_descending;
  return TRUE;
}

void
gr_table_state_set_sort (GrTableState *state, guint column, gboolean is_descending)
{
  state->sort = column;
  state->is_descending = is_descending;
}

char *
gr_table_state_format (const GrTableState *state)
{
  GString *text = g_string_new ("hidden=");
  gboolean is_first = TRUE;

  for (gsize i = 0; i < state->n; i++) {
    if (!state->is_hidden[i])
      continue;
    g_string_append_printf (text, "%s%s", is_first ? "" : ",", state->columns[i].id);
    is_first = FALSE;
  }
  for (gsize i = 0, n = 0; i < state->n; i++)
    if (state->widths[i] > 0)
      g_string_append_printf (text, "%s%s:%d", n++ == 0 ? ";widths=" : ",", state->columns[i].id, state->widths[i]);
  if (state->sort >= 0)
    g_string_append_printf (
        text, ";sort=%s:%s", state->columns[state->sort].id, state->is_descending ? "descending" : "ascending");
  return g_string_free (text, FALSE);
}

static gssize
find_column (const GrTableState *state, const char *id)
{
  for (gsize i = 0; i < state->n; i++)
    if (g_str_equal (state->columns[i].id, id))
      return (gssize) i;
  return -1;
}

static void
parse_hidden (GrTableState *state, const char *text)
{
  g_auto (GStrv) ids = g_strsplit (text, ",", -1);

  for (gsize i = 0; i < state->n; i++)
    state->is_hidden[i] =
        state->columns[i].rank > 0 && g_strv_contains ((const char *const *) ids, state->columns[i].id);
}

static void
parse_widths (GrTableState *state, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);

  for (gsize i = 0; parts[i]; i++) {
    g_auto (GStrv) words = g_strsplit (parts[i], ":", 2);
    gssize column = words[0] ? find_column (state, words[0]) : -1;
    gint64 width = words[0] && words[1] ? g_ascii_strtoll (words[1], NULL, 10) : 0;

    if (column >= 0 && width >= LEAST_WIDTH && width <= MOST_WIDTH)
      gr_table_state_set_width (state, (gsize) column, (int) width);
  }
}

static void
parse_sort (GrTableState *state, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, ":", 2);
  gssize column = words[0] ? find_column (state, words[0]) : -1;

  if (column >= 0 && state->columns[column].is_sortable)
    gr_table_state_set_sort (state, (guint) column, g_strcmp0 (words[1], "descending") == 0);
}

void
gr_table_state_parse (GrTableState *state, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ";", -1);

  for (gsize i = 0; parts[i]; i++) {
    if (g_str_has_prefix (parts[i], "hidden="))
      parse_hidden (state, parts[i] + strlen ("hidden="));
    else if (g_str_has_prefix (parts[i], "widths="))
      parse_widths (state, parts[i] + strlen ("widths="));
    else if (g_str_has_prefix (parts[i], "sort="))
      parse_sort (state, parts[i] + strlen ("sort="));
  }
}
