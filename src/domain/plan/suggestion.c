#include "suggestion.h"

void
gr_suggestion_free (GrSuggestion *suggestion)
{
  if (suggestion == NULL)
    return;
  g_free (suggestion->item_code);
  g_free (suggestion->item_description);
  g_free (suggestion->unit);
  g_free (suggestion->supplier_name);
  g_free (suggestion);
}
