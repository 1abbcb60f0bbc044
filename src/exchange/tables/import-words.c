#include "import-words.h"

#include "domain/trade/item.h"

#include <string.h>

/* What people write in the languages of Europe's shops: English, German, French, Spanish, Italian, Dutch, Portuguese.
 */
static const char yes_words[] = "yes y true t 1 x ja j wahr oui o vrai si s sim verdadero vero waar on";
static const char no_words[] = "no n false f 0 nein falsch non faux nao falso nee onwaar off";
static const char active_words[] = "active a current live enabled aktiv actif activo attivo actief ativo";
static const char discontinued_words[] =
    "discontinued d inactive obsolete ended phasedout disabled eol inaktiv ausgelaufen eingestellt arrete "
    "discontinue inactif descatalogado inactivo dismesso inattivo uitgelopen inactief descontinuado inativo";

/* By month, the beginnings that tell it from the other eleven in any of these languages. */
static const char *const month_beginnings[12] = {"jan ene gen", "feb fev", "mar mrz mrt", "apr abr avr",
    "may mai mei mag", "jun juin giu", "jul juil lug", "aug ago aou", "sep set", "oct okt ott out", "nov",
    "dec dez dic"};

/**
 * gr_import_words_normalise:
 *
 * Returns: (transfer full): @text in small letters and digits alone, without accents and what stands in brackets:
 *   "Qté (pièces)" becomes "qte". In writings without case the letters are kept as they are.
 */
char *
gr_import_words_normalise (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_autofree char *plain = g_utf8_normalize (folded, -1, G_NORMALIZE_ALL);
  GString *word = g_string_new (NULL);
  int depth = 0;

  for (const char *at = plain; at != NULL && *at != '\0'; at = g_utf8_next_char (at)) {
    gunichar c = g_utf8_get_char (at);

    if (c == '(' || c == '[')
      depth++;
    else if (c == ')' || c == ']')
      depth--;
    else if (depth <= 0 && g_unichar_isalnum (c))
      g_string_append_unichar (word, c);
  }
  return g_string_free (word, FALSE);
}

/**
 * gr_import_words_contain:
 * @words: normalised words parted by blanks
 * @word: a normalised word
 */
gboolean
gr_import_words_contain (const char *words, const char *word)
{
  gsize length = strlen (word);

  if (length == 0 || words == NULL)
    return FALSE;
  for (const char *at = strstr (words, word); at != NULL; at = strstr (at + 1, word))
    if ((at == words || at[-1] == ' ') && (at[length] == ' ' || at[length] == '\0'))
      return TRUE;
  return FALSE;
}

/**
 * gr_import_words_flag:
 *
 * Returns: 1 for yes, 0 for no, -1 where @text is neither.
 */
int
gr_import_words_flag (const char *text)
{
  g_autofree char *word = gr_import_words_normalise (text);

  if (gr_import_words_contain (yes_words, word))
    return 1;
  return gr_import_words_contain (no_words, word) ? 0 : -1;
}

/**
 * gr_import_words_status:
 * @text: such a word, or yes or no to the question whether the item is active
 *
 * Returns: a #GrItemStatus, or -1.
 */
int
gr_import_words_status (const char *text)
{
  g_autofree char *word = gr_import_words_normalise (text);
  int flag;

  if (gr_import_words_contain (active_words, word))
    return GR_ITEM_ACTIVE;
  if (gr_import_words_contain (discontinued_words, word))
    return GR_ITEM_DISCONTINUED;
  flag = gr_import_words_flag (text);
  return flag < 0 ? -1 : flag ? GR_ITEM_ACTIVE : GR_ITEM_DISCONTINUED;
}

static gboolean
begins_with_one_of (const char *word, const char *beginnings)
{
  gsize length;

  for (; *beginnings != '\0'; beginnings += length + (beginnings[length] == ' ')) {
    length = strcspn (beginnings, " ");
    if (strncmp (word, beginnings, length) == 0)
      return TRUE;
  }
  return FALSE;
}

/**
 * gr_import_words_month:
 * @at: (inout): at a word's first letter; moved behind its last
 *
 * Returns: 1 to 12, or 0 where the word is no month.
 */
int
gr_import_words_month (const char **at)
{
  const char *start = *at;
  g_autofree char *letters = NULL, *word = NULL;

  while (**at != '\0' && g_unichar_isalpha (g_utf8_get_char (*at)))
    *at = g_utf8_next_char (*at);
  letters = g_strndup (start, (gsize) (*at - start));
  word = gr_import_words_normalise (letters);
  for (int month = 1; month <= 12; month++)
    if (begins_with_one_of (word, month_beginnings[month - 1]))
      return month;
  return 0;
}
