#include "inventory-instances.h"

#include <math.h>
#include <string.h>

enum { COLUMN_ID, COLUMN_MODEL, COLUMN_FUNCTION, COLUMN_INPUTS, COLUMN_ANSWER, COLUMN_SOURCE, N_COLUMNS };

/* Cuts a line at its commas; quotes are doubled inside quoted fields, and no field holds a newline. */
static GPtrArray *
split_row (const char *line)
{
  GPtrArray *fields = g_ptr_array_new_with_free_func (g_free);
  GString *field = g_string_new (NULL);
  gboolean is_quoted = FALSE;

  for (const char *at = line; *at != '\0'; at++) {
    if (*at == '"' && is_quoted && at[1] == '"') {
      g_string_append_c (field, *at++);
    } else if (*at == '"') {
      is_quoted = !is_quoted;
    } else if (*at == ',' && !is_quoted) {
      g_ptr_array_add (fields, g_strdup (field->str));
      g_string_truncate (field, 0);
    } else if (*at != '\r') {
      g_string_append_c (field, *at);
    }
  }
  g_ptr_array_add (fields, g_string_free (field, FALSE));
  return fields;
}

/* The answer's numbers one after the other. */
static void
flatten (JsonNode *node, GArray *numbers)
{
  double number;

  if (JSON_NODE_HOLDS_ARRAY (node)) {
    JsonArray *array = json_node_get_array (node);

    for (guint i = 0; i < json_array_get_length (array); i++)
      flatten (json_array_get_element (array, i), numbers);
  } else if (JSON_NODE_HOLDS_OBJECT (node)) {
    g_autoptr (GList) members = json_object_get_members (json_node_get_object (node));

    for (GList *l = members; l != NULL; l = l->next)
      flatten (json_object_get_member (json_node_get_object (node), l->data), numbers);
  } else {
    number = JSON_NODE_HOLDS_NULL (node) ? NAN : json_node_get_double (node);
    g_array_append_val (numbers, number);
  }
}

/* Answers that the source itself has from numerical integration or an iteration with a wide tolerance. */
static double
tolerance_of (const char *function)
{
  static const char *const approximate[] = {"continuous_loss", "continuous_second_loss", "newsvendor_continuous",
      "r_q_eil_approximation", "r_q_loss_function_approximation", "newsvendor_with_additive_yield_uncertainty", NULL};

  return g_strv_contains (approximate, function) ? 1e-4 : 1e-6;
}

static gboolean
agree (const GArray *ours, const GArray *theirs, double tolerance)
{
  if (ours->len != theirs->len)
    return FALSE;
  for (guint i = 0; i < ours->len; i++) {
    double a = g_array_index (ours, double, i), b = g_array_index (theirs, double, i);

    if (!(fabs (a - b) <= tolerance * fabs (b) + 1e-12) && !(isnan (a) && isnan (b)))
      return FALSE;
  }
  return TRUE;
}

static void
print_difference (const GPtrArray *row, const GArray *ours)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < ours->len; i++)
    g_string_append_printf (text, " %.15g", g_array_index (ours, double, i));
  g_test_message ("%s %s: expected %s, got%s", (char *) row->pdata[COLUMN_ID], (char *) row->pdata[COLUMN_FUNCTION],
      (char *) row->pdata[COLUMN_ANSWER], text->str);
}

static gboolean
check_row (const GPtrArray *row)
{
  const char *function = row->pdata[COLUMN_FUNCTION];
  g_autoptr (JsonNode) inputs = json_from_string (row->pdata[COLUMN_INPUTS], NULL);
  g_autoptr (JsonNode) answer = json_from_string (row->pdata[COLUMN_ANSWER], NULL);
  g_autoptr (GArray) ours = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) theirs = g_array_new (FALSE, FALSE, sizeof (double));

  g_assert_nonnull (inputs);
  g_assert_nonnull (answer);
  flatten (answer, theirs);
  if (inventory_answer (function, json_node_get_object (inputs), answer, ours) &&
      agree (ours, theirs, tolerance_of (function)))
    return TRUE;
  print_difference (row, ours);
  return FALSE;
}

/* Works all instances of the file at @path; differences become test messages. */
InventoryScore
inventory_instances_check (const char *path)
{
  InventoryScore score = {0};
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GHashTable) models = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);
  for (char **line = lines + 1; lines[0] != NULL && *line != NULL; line++) {
    g_autoptr (GPtrArray) row = NULL;

    if (**line == '\0')
      continue;
    row = split_row (*line);
    g_assert_cmpuint (row->len, ==, N_COLUMNS);
    g_hash_table_add (models, g_strdup (row->pdata[COLUMN_MODEL]));
    score.n_rows++;
    score.n_agreeing += check_row (row);
  }
  score.n_models = (int) g_hash_table_size (models);
  return score;
}
