#include "json-text.h"

static void print_node (JsonNode *node, int depth, GString *out);

static void
print_indent (int depth, GString *out)
{
  g_string_append_printf (out, "\n%*s", 2 * depth, "");
}

/* The shortest decimals that read back as the same number: 3940.2, where json-glib writes 3940.1999999999998. */
static void
print_double (double value, GString *out)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (text, sizeof text, "%.15g", value);
  if (g_ascii_strtod (text, NULL) != value)
    g_ascii_dtostr (text, sizeof text, value);
  g_string_append (out, text);
}

static void
print_text (const char *text, GString *out)
{
  g_autoptr (JsonNode) node = json_node_init_string (json_node_alloc(), text);
  g_autofree char *quoted = json_to_string (node, FALSE);

  g_string_append (out, quoted);
}

static void
print_object (JsonObject *object, int depth, GString *out)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;
  gboolean is_first = TRUE;

  g_string_append_c (out, '{');
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &member)) {
    g_string_append (out, is_first ? "" : ",");
    print_indent (depth + 1, out);
    print_text (name, out);
    g_string_append (out, ": ");
    print_node (member, depth + 1, out);
    is_first = FALSE;
  }
  if (!is_first)
    print_indent (depth, out);
  g_string_append_c (out, '}');
}

static void
print_array (JsonArray *array, int depth, GString *out)
{
  guint n = json_array_get_length (array);

  g_string_append_c (out, '[');
  for (guint i = 0; i < n; i++) {
    g_string_append (out, i > 0 ? "," : "");
    print_indent (depth + 1, out);
    print_node (json_array_get_element (array, i), depth + 1, out);
  }
  if (n > 0)
    print_indent (depth, out);
  g_string_append_c (out, ']');
}

static void
print_node (JsonNode *node, int depth, GString *out)
{
  g_autofree char *other = NULL;

  if (JSON_NODE_HOLDS_OBJECT (node))
    print_object (json_node_get_object (node), depth, out);
  else if (JSON_NODE_HOLDS_ARRAY (node))
    print_array (json_node_get_array (node), depth, out);
  else if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_DOUBLE)
    print_double (json_node_get_double (node), out);
  else
    g_string_append (out, other = json_to_string (node, FALSE));
}

/**
 * gr_json_text:
 *
 * Returns: (transfer full): @root as a document of indented lines, ended by a line break
 */
char *
gr_json_text (JsonNode *root)
{
  GString *out = g_string_new (NULL);

  print_node (root, 0, out);
  g_string_append_c (out, '\n');
  return g_string_free (out, FALSE);
}
