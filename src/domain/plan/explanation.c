#include "explanation.h"

void
gr_explanation_line_free (GrExplanationLine *line)
{
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
