#pragma once

#include <glib.h>

/**
 * GrSearchTerms:
 *
 * What was typed into a search box, cut at blanks; an item is found where every word is part of it. @match is for
 * FTS5's trigrams, words of three characters and more; @likes, a JSON array of LIKE patterns, is for shorter ones.
 * Either is %NULL where there is no such word.
 */
typedef struct {
  char *match;
  char *likes;
} GrSearchTerms;

GrSearchTerms gr_search_terms_parse (const char *text);
void gr_search_terms_clear (GrSearchTerms *terms);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GrSearchTerms, gr_search_terms_clear)

char *gr_search_like_pattern (const char *text);
