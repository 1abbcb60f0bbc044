#include "csv-guard.h"

#include <string.h>

/* A spreadsheet takes text that begins with one of these for a formula. Apostrophes before it count in, so that a
 * guarded text can itself be guarded, and guarding is undone exactly. */
static gboolean
begins_like_a_formula (const char *text)
{
  while (*text == '\'')
    text++;
  return *text != '\0' && strchr ("=+-@\t\r", *text) != NULL;
}

/**
 * gr_csv_needs_guard:
 *
 * Returns: whether a text cell must be written with an apostrophe before it, lest a spreadsheet run it as a
 *   formula ("CSV injection", OWASP).
 */
gboolean
gr_csv_needs_guard (const char *text)
{
  return begins_like_a_formula (text);
}

/**
 * gr_csv_is_guarded:
 *
 * Returns: whether the first byte of @text is an apostrophe that gr_csv_needs_guard() asked for, to be taken off.
 */
gboolean
gr_csv_is_guarded (const char *text)
{
  return *text == '\'' && begins_like_a_formula (text + 1);
}
