#include "text.h"

#include <locale.h>
#include <string.h>

/* Letters that are letters of their own to Unicode, but not to someone without such a key. */
static const struct {
  gunichar letter;
  const char *plain;
} plain_letters[] = {
    {0x00E6, "ae"}, /* æ */
    {0x00F0, "d"},  /* ð */
    {0x00F8, "o"},  /* ø */
    {0x00FE, "th"}, /* þ */
    {0x0111, "d"},  /* đ */
    {0x0127, "h"},  /* ħ */
    {0x0131, "i"},  /* ı */
    {0x0142, "l"},  /* ł */
    {0x014B, "n"},  /* ŋ */
    {0x0153, "oe"}, /* œ */
    {0x0167, "t"},  /* ŧ */
    {0x2019, "'"},  /* ’ */
};

/* Accents and points above and below; not the signs that are vowels of Indic scripts, nor the marks that make another
 * letter of a kana. Classes as in Unicode's character data. */
static gboolean
is_accent (gunichar letter)
{
  return g_unichar_ismark (letter) && g_unichar_combining_class (letter) >= 10;
}

static const char *
find_plain (gunichar letter)
{
  for (gsize i = 0; i < G_N_ELEMENTS (plain_letters); i++)
    if (plain_letters[i].letter == letter)
      return plain_letters[i].plain;
  return NULL;
}

static gboolean
is_plain_ascii (const char *text)
{
  for (; *text != '\0'; text++)
    if ((guchar) *text >= 0x80)
      return FALSE;
  return TRUE;
}

/**
 * gr_text_fold:
 * @text: in any form of Unicode; what is no UTF-8 is replaced
 *
 * Makes one text of all that people type for the same: without case, accents and the width of letters. “Café”, “CAFE”
 * and “café” in either normal form fold to "cafe", “Straße” to "strasse", “ŁÓDŹ” to "lodz".
 *
 * Returns: (transfer full): not meant to be shown. O(length).
 */
char *
gr_text_fold (const char *text)
{
  g_autofree char *valid = NULL;
  g_autofree char *parts = NULL;
  g_autofree char *lower = NULL;
  GString *folded;

  if (is_plain_ascii (text))
    return g_ascii_strdown (text, -1);
  valid = g_utf8_make_valid (text, -1);
  parts = g_utf8_normalize (valid, -1, G_NORMALIZE_ALL);
  lower = g_utf8_casefold (parts, -1);
  folded = g_string_sized_new (strlen (lower));
  for (const char *at = lower; *at != '\0'; at = g_utf8_next_char (at)) {
    gunichar letter = g_utf8_get_char (at);
    const char *plain = letter >= 0x80 ? find_plain (letter) : NULL;

    if (plain != NULL)
      g_string_append (folded, plain);
    else if (!is_accent (letter))
      g_string_append_unichar (folded, letter);
  }
  return g_string_free (folded, FALSE);
}

/* Without a country's locale letters would stand by their numbers, all capitals first. */
static gboolean
has_order (void)
{
  const char *locale = setlocale (LC_COLLATE, NULL);

  return locale != NULL && !g_str_equal (locale, "POSIX") &&
         !(locale[0] == 'C' && (locale[1] == '\0' || locale[1] == '.'));
}

/**
 * gr_text_sort_key:
 *
 * Returns: (transfer full): bytes that compare with strcmp() as texts stand in a list: by the rules of the locale, and
 *   numbers in them by value, so that “Item 2” comes before “Item 10”; in the C locale without case and accents
 */
char *
gr_text_sort_key (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *own = g_utf8_collate_key_for_filename (valid, -1);
  g_autofree char *folded = NULL;
  g_autofree char *plain = NULL;

  if (has_order())
    return g_steal_pointer (&own);
  folded = gr_text_fold (valid);
  plain = g_utf8_collate_key_for_filename (folded, -1);
  return g_strconcat (plain, "\x01", own, NULL);
}

/**
 * gr_text_compare:
 *
 * Returns: below, at or above 0, by gr_text_sort_key()
 */
int
gr_text_compare (const char *a, const char *b)
{
  g_autofree char *left = gr_text_sort_key (a);
  g_autofree char *right = gr_text_sort_key (b);

  return strcmp (left, right);
}

/* How far two texts are the same, in bytes, at a letter's beginning. */
static gsize
same_length (const char *a, const char *b)
{
  gsize n = 0;

  while (a[n] != '\0' && a[n] == b[n])
    n++;
  while (n > 0 && ((guchar) a[n] & 0xC0) == 0x80)
    n--;
  return n;
}

static gboolean
begins_with (const char *word, const char *typed)
{
  return strncmp (word, typed, strlen (typed)) == 0;
}

/**
 * gr_text_is_near:
 * @word: folded
 * @typed: folded: a word, or how it begins
 *
 * Returns: whether @word begins with @typed but for one slip: a letter too many, missing, wrong, or two exchanged
 *   (Damerau's four). O(length).
 */
gboolean
gr_text_is_near (const char *word, const char *typed)
{
  gsize n = same_length (word, typed);
  const char *of_word = word + n, *of_typed = typed + n;
  const char *next_word, *next_typed;

  if (*of_typed == '\0')
    return TRUE;
  next_typed = g_utf8_next_char (of_typed);
  if (begins_with (of_word, next_typed))
    return TRUE;
  if (*of_word == '\0')
    return FALSE;
  next_word = g_utf8_next_char (of_word);
  if (begins_with (next_word, of_typed) || begins_with (next_word, next_typed))
    return TRUE;
  return *next_word != '\0' && *next_typed != '\0' && g_utf8_get_char (of_word) == g_utf8_get_char (next_typed) &&
         g_utf8_get_char (next_word) == g_utf8_get_char (of_typed) &&
         begins_with (g_utf8_next_char (next_word), g_utf8_next_char (next_typed));
}
