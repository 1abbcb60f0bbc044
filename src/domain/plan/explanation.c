#include "explanation.h"

void
gr_explanation_line_free (GrExplanationLine *line)
{
  if (line == NULL)
    return;
  g_free (line->label);
  g_free (line->value);
  g_free (line->formula);
  g_free (line);
}

void
gr_explanation_free (GrExplanation *explanation)
{
  if (explanation == NULL)
    return;
  g_free (explanation->sentence);
  g_ptr_array_unref (explanation->lines);
  g_free (explanation);
}

/**
 * gr_explanation_lines_new:
 *
 * Returns: (transfer full) (element-type GrExplanationLine): no lines yet
 */
GPtrArray *
gr_explanation_lines_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) gr_explanation_line_free);
}

/**
 * gr_explanation_lines_take:
 * @value: (transfer full)
 * @formula: (nullable): what the value says or follows from, in one plain line
 *
 * Adds a figure that only people look up.
 */
void
gr_explanation_lines_take (GPtrArray *lines, const char *label, char *value, const char *formula)
{
  GrExplanationLine *line = g_new0 (GrExplanationLine, 1);

  line->id = "figure";
  line->label = g_strdup (label);
  line->value = value;
  line->formula = g_strdup (formula);
  g_ptr_array_add (lines, line);
}

/**
 * gr_explanation_lines_text:
 *
 * Returns: (transfer full): "Level now: 12 (sales per week)", a figure a line
 */
char *
gr_explanation_lines_text (const GPtrArray *lines)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++) {
    const GrExplanationLine *line = lines->pdata[i];

    g_string_append_printf (text, "%s%s: %s", i > 0 ? "\n" : "", line->label, line->value);
    if (line->formula != NULL)
      g_string_append_printf (text, " (%s)", line->formula);
  }
  return g_string_free (text, FALSE);
}
