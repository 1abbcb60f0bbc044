#include "text-table.h"

#include "domain/base/decimal.h"

#include <math.h>

/* @node is NULL for nothing. */
typedef struct {
  char *text;
  JsonNode *node;
} Cell;

struct _GrTable {
  const GrColumn *columns;
  guint n_columns;
  GArray *cells;
};

static void
cell_clear (gpointer data)
{
  Cell *cell = data;

  g_free (cell->text);
  g_clear_pointer (&cell->node, json_node_unref);
}

/**
 * gr_table_new:
 * @columns: lives as long as the table
 */
GrTable *
gr_table_new (const GrColumn *columns, guint n_columns)
{
  GrTable *table = g_new0 (GrTable, 1);

  table->columns = columns;
  table->n_columns = n_columns;
  table->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  g_array_set_clear_func (table->cells, cell_clear);
  return table;
}

void
gr_table_free (GrTable *table)
{
  if (table == NULL)
    return;
  g_array_unref (table->cells);
  g_free (table);
}

/* Takes over both. */
static void
add (GrTable *table, char *text, JsonNode *node)
{
  Cell cell = {text, node};

  g_array_append_val (table->cells, cell);
}

static void
add_nothing (GrTable *table)
{
  add (table, g_strdup (""), NULL);
}

void
gr_table_text (GrTable *table, const char *text)
{
  if (text == NULL)
    add_nothing (table);
  else
    add (table, g_strdelimit (g_strdup (text), "\r\n\t", ' '), json_node_init_string (json_node_alloc(), text));
}

/**
 * gr_json_number:
 *
 * Returns: (transfer full): @value with the decimal point put before its last @digits; whole where it is
 */
JsonNode *
gr_json_number (gint64 value, int digits)
{
  gint64 scale = gr_decimal_power (digits);

  if (value % scale == 0)
    return json_node_init_int (json_node_alloc(), value / scale);
  return json_node_init_double (json_node_alloc(), (double) value / (double) scale);
}

void
gr_table_number (GrTable *table, gint64 value, int digits, int min_decimals)
{
  add (table, gr_decimal_format (value, digits, min_decimals), gr_json_number (value, digits));
}

/**
 * gr_table_real:
 *
 * A statistic, rounded for the eye; NaN is nothing.
 */
void
gr_table_real (GrTable *table, double value, int decimals)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  char format[] = "%.0f";

  if (!isfinite (value)) {
    add_nothing (table);
    return;
  }
  format[2] = (char) ('0' + decimals);
  g_ascii_formatd (text, sizeof text, format, value);
  add (table, g_strdup (text), json_node_init_double (json_node_alloc(), value));
}

void
gr_table_date (GrTable *table, GrDate date)
{
  g_autofree char *text = date != GR_DATE_NONE ? gr_date_format (date) : NULL;

  gr_table_text (table, text);
}

/**
 * gr_table_word:
 * @id: for programs
 * @title: for people
 */
void
gr_table_word (GrTable *table, const char *id, const char *title)
{
  add (table, g_strdup (title), json_node_init_string (json_node_alloc(), id));
}

/**
 * gr_table_explanation:
 *
 * The three cells of a figure: what it is, its value, how it follows.
 */
void
gr_table_explanation (GrTable *table, const GrExplanationLine *line)
{
  gr_table_text (table, line->label);
  gr_table_text (table, line->value);
  gr_table_text (table, line->formula);
}

void
gr_table_flag (GrTable *table, gboolean flag, const char *word)
{
  add (table, g_strdup (flag ? word : ""), json_node_init_boolean (json_node_alloc(), flag));
}

guint
gr_table_n_rows (const GrTable *table)
{
  return table->cells->len / table->n_columns;
}

/* Columns on the screen: wide characters take two, marks on others none. */
static int
width_of (const char *text)
{
  int width = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at)) {
    gunichar c = g_utf8_get_char (at);

    width += g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
  }
  return width;
}

static void
print_padded (GString *out, const char *text, int width, gboolean is_right)
{
  int blanks = MAX (0, width - width_of (text));

  g_string_append_printf (out, "%*s%s%*s", is_right ? blanks : 0, "", text, is_right ? 0 : blanks, "");
}

static void
end_line (GString *out)
{
  while (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
  g_string_append_c (out, '\n');
}

/**
 * gr_table_print:
 *
 * Writes a head line and the rows in columns as wide as they need to be.
 */
void
gr_table_print (const GrTable *table, GString *out)
{
  g_autofree int *widths = g_new0 (int, table->n_columns);

  for (guint i = 0; i < table->n_columns; i++)
    widths[i] = table->columns[i].title != NULL ? width_of (table->columns[i].title) : 0;
  for (guint i = 0; i < table->cells->len; i++)
    widths[i % table->n_columns] =
        MAX (widths[i % table->n_columns], width_of (g_array_index (table->cells, Cell, i).text));
  for (guint i = 0; i < table->n_columns; i++) {
    if (table->columns[i].title == NULL)
      continue;
    print_padded (out, table->columns[i].title, widths[i], table->columns[i].is_number);
    g_string_append (out, "  ");
  }
  end_line (out);
  for (guint i = 0; i < table->cells->len; i++) {
    guint column = i % table->n_columns;

    if (table->columns[column].title != NULL) {
      print_padded (out, g_array_index (table->cells, Cell, i).text, widths[column], table->columns[column].is_number);
      g_string_append (out, "  ");
    }
    if (column + 1 == table->n_columns)
      end_line (out);
  }
}

/**
 * gr_table_to_json:
 *
 * Returns: (transfer full): an array of objects; an empty cell is null
 */
JsonNode *
gr_table_to_json (const GrTable *table)
{
  JsonArray *rows = json_array_new();
  JsonObject *row = NULL;

  for (guint i = 0; i < table->cells->len; i++) {
    const Cell *cell = &g_array_index (table->cells, Cell, i);
    guint column = i % table->n_columns;

    if (column == 0) {
      row = json_object_new();
      json_array_add_object_element (rows, row);
    }
    json_object_set_member (row, table->columns[column].key,
        cell->node != NULL ? json_node_copy (cell->node) : json_node_new (JSON_NODE_NULL));
  }
  return json_node_init_array (json_node_alloc(), rows);
}
