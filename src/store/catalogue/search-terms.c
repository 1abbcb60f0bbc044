#include "search-terms.h"

#include <string.h>

/* A word in double quotes is taken as it is. */
static void
append_match (GString *match, const char *word)
{
  if (match->len > 0)
    g_string_append (match, " AND ");
  g_string_append_c (match, '"');
  for (; *word != '\0'; word++) {
    if (*word == '"')
      g_string_append_c (match, '"');
    g_string_append_c (match, *word);
  }
  g_string_append_c (match, '"');
}

/**
 * gr_search_like_pattern:
 *
 * Returns: (transfer full): the pattern that finds @text anywhere, for LIKE ... ESCAPE '\'.
 */
char *
gr_search_like_pattern (const char *text)
{
  GString *pattern = g_string_new ("%");

  for (; *text != '\0'; text++) {
    if (strchr ("%_\\", *text) != NULL)
      g_string_append_c (pattern, '\\');
    g_string_append_c (pattern, *text);
  }
  return g_string_free (g_string_append_c (pattern, '%'), FALSE);
}

static void
append_like (GString *likes, const char *word)
{
  g_autofree char *pattern = gr_search_like_pattern (word);

  g_string_append (likes, likes->len == 0 ? "[\"" : ",\"");
  for (const char *c = pattern; *c != '\0'; c++) {
    if (*c == '"' || *c == '\\')
      g_string_append_c (likes, '\\');
    g_string_append_c (likes, *c);
  }
  g_string_append_c (likes, '"');
}

/**
 * gr_search_terms_parse:
 * @text: (nullable): what was typed; text that is no UTF-8 finds nothing special
 *
 * Returns: its words, both %NULL where there are none.
 */
GrSearchTerms
gr_search_terms_parse (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_auto (GStrv) words = NULL;
  g_autoptr (GString) match = g_string_new (NULL);
  g_autoptr (GString) likes = g_string_new (NULL);
  GrSearchTerms terms = {NULL, NULL};

  g_strdelimit (valid, "\t\n\r\v\f\x01\x02\x03\x04\x05\x06\x07\x08\x1d", ' ');
  words = g_strsplit (valid, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (g_utf8_strlen (words[i], -1) >= 3)
      append_match (match, words[i]);
    else if (words[i][0] != '\0')
      append_like (likes, words[i]);
  if (match->len > 0)
    terms.match = g_strdup (match->str);
  if (likes->len > 0)
    terms.likes = g_strdup (g_string_append_c (likes, ']')->str);
  return terms;
}

void
gr_search_terms_clear (GrSearchTerms *terms)
{
  g_clear_pointer (&terms->match, g_free);
  g_clear_pointer (&terms->likes, g_free);
}
