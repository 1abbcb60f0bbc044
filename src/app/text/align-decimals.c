#include "align-decimals.h"

#include <glib.h>
#include <locale.h>

#define FIGURE_SPACE "\u2007" /* as wide as a digit */
#define SIGN_SPACE   "\u2008" /* as wide as a decimal sign */

/**
 * gr_count_decimals:
 *
 * Returns: how many digits stand behind the locale's decimal sign, 0 where there is none
 */
int
gr_count_decimals (const char *number)
{
  const char *sign = localeconv()->decimal_point;
  const char *at = g_strrstr (number, sign);
  int n = 0;

  if (at == NULL)
    return 0;
  for (at += strlen (sign); g_ascii_isdigit (*at); at++)
    n++;
  return n;
}

/**
 * gr_align_decimals:
 * @n_decimals: the most that a number of the column has
 *
 * Fills up what a number has fewer of with spaces as wide, so that in a column that ends at the right, units stand
 * below units where figures are tabular.
 *
 * Returns: (transfer full):
 */
char *
gr_align_decimals (const char *number, int n_decimals)
{
  int had = gr_count_decimals (number);
  GString *text = g_string_new (number);

  if (had == 0 && n_decimals > 0)
    g_string_append (text, SIGN_SPACE);
  for (int i = had; i < n_decimals; i++)
    g_string_append (text, FIGURE_SPACE);
  return g_string_free (text, FALSE);
}
