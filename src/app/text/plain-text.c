#include "plain-text.h"

/**
 * gr_plain_text:
 *
 * Returns: (transfer full): @text with spaces of all kinds and the true minus sign, as they are copied from a document,
 *   as a keyboard types them; without blanks around
 */
char *
gr_plain_text (const char *text)
{
  static const char *const signs[][2] = {
      {"\xe2\x88\x92", "-"}, /* minus */
      {"\xc2\xa0", " "},     /* no-break space */
      {"\xe2\x80\xaf", " "}, /* narrow no-break space */
      {"\xe2\x80\x99", "'"}, /* right single quote */
  };
  GString *plain = g_string_new (text);

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    g_string_replace (plain, signs[i][0], signs[i][1], 0);
  return g_strstrip (g_string_free (plain, FALSE));
}
