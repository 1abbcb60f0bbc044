#include "parse-amount.h"

#include "plain-text.h"

#include "domain/base/decimal.h"
#include "domain/base/error.h"

#include <glib/gi18n.h>
#include <langinfo.h>
#include <locale.h>
#include <string.h>

static gboolean
refuse_number (const char *text, GError **error)
{
  g_set_error (error, GR_ERROR, GR_ERROR_INVALID, _ ("“%s” is not a number."), text);
  return FALSE;
}

/* Whether the only sign in @number, at @at, parts thousands: "1.234" in a locale that writes 1,5. Nobody writes a group
 * of nothing but a zero before thousands: "0.125" is an eighth everywhere. */
static gboolean
is_grouping (const char *number, const char *at)
{
  const char *radix = nl_langinfo (RADIXCHAR);
  const char *group = nl_langinfo (THOUSEP);
  const char *first = number + strspn (number, "+-");

  return *at != *radix && *at == *group && strlen (at + 1) == 3 && at > first && *first != '0';
}

/* "1.234,50", "1,234.50" and "12,50" are all clear by themselves; "1.234" is what the locale says. */
static char
decimal_sign_of (const char *number)
{
  const char *point = strrchr (number, '.');
  const char *comma = strrchr (number, ',');
  const char *last = point > comma ? point : comma;
  gboolean is_group;

  if (!last)
    return '.';
  is_group = strchr (number, *last) != last || (!(point && comma) && is_grouping (number, last));
  return (*last == '.') != is_group ? '.' : ',';
}

/* What people write for a currency beside its code. */
static const struct {
  const char *code;
  const char *sign;
} signs[] = {
    {"EUR", "€"},
    {"USD", "$"},
    {"CAD", "$"},
    {"AUD", "$"},
    {"NZD", "$"},
    {"MXN", "$"},
    {"GBP", "£"},
    {"JPY", "¥"},
    {"CNY", "¥"},
    {"CHF", "Fr."},
    {"CHF", "Fr"},
    {"SEK", "kr"},
    {"NOK", "kr"},
    {"DKK", "kr"},
    {"DKK", "kr."},
    {"PLN", "zł"},
    {"CZK", "Kč"},
    {"HUF", "Ft"},
    {"INR", "₹"},
    {"KRW", "₩"},
    {"TRY", "₺"},
    {"UAH", "₴"},
    {"ILS", "₪"},
    {"BRL", "R$"},
    {"ZAR", "R"},
};

static gboolean
cut_end (char *text, const char *word)
{
  gsize length = strlen (text), n = strlen (word);

  if (n == 0 || length <= n || g_ascii_strcasecmp (text + length - n, word) != 0)
    return FALSE;
  text[length - n] = '\0';
  g_strchomp (text);
  return TRUE;
}

/* Also between a sign and the number: "-€5". */
static gboolean
cut_beginning (char *text, const char *word)
{
  char *at = text + strspn (text, "+-");
  gsize n = strlen (word);
  char *number = at + n;

  if (n == 0 || g_ascii_strncasecmp (at, word, n) != 0 || *number == '\0')
    return FALSE;
  number += strspn (number, " ");
  memmove (at, number, strlen (number) + 1);
  return TRUE;
}

/* A unit stands behind a number; a currency, as its code or its sign, on either side. */
static void
cut_unit (char *text, const char *unit)
{
  g_auto (GStrv) words = g_strsplit (unit ? unit : "", "|", -1);

  for (gsize i = 0; words[i]; i++)
    if (cut_end (text, words[i]))
      return;
  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_strcmp0 (signs[i].code, unit) == 0 &&
        (cut_end (text, signs[i].sign) || cut_beginning (text, signs[i].sign) || cut_beginning (text, unit)))
      return;
}

static gboolean
parse_number (const char *number, int digits, gint64 *out)
{
  return gr_decimal_parse (number, decimal_sign_of (number), digits, out, NULL);
}

static gboolean
apply_percent (const char *number, gint64 base, gint64 *out)
{
  gint64 tenthousandths, change;

  return parse_number (number, 4, &tenthousandths) && gr_decimal_mul_div (base, tenthousandths, 1000000, &change) &&
         gr_decimal_add (base, change, out);
}

/**
 * gr_parse_amount:
 *
 * Reads an amount as people type it, or paste it from where the program shows it: "12.50", "12,50", "1 234", "12 pcs",
 * "12,50 €"; where something stands there already also
 * "+10%", "-5%", "+5" and "-5", which change it. Fails with %GR_ERROR_INVALID.
 */
gboolean
gr_parse_amount (const char *text, const GrAmountRule *rule, gint64 *out, GError **error)
{
  g_autofree char *simple = gr_plain_text (text);
  gsize length;
  gboolean is_change;

  cut_unit (simple, rule->unit);
  length = strlen (simple);
  is_change = rule->base && (*simple == '+' || *simple == '-');
  if (length > 1 && simple[length - 1] == '%') {
    simple[length - 1] = '\0';
    return (is_change && apply_percent (simple, *rule->base, out)) || refuse_number (text, error);
  }
  if (!parse_number (simple, rule->digits, out))
    return refuse_number (text, error);
  return !is_change || gr_decimal_add (*rule->base, *out, out) || refuse_number (text, error);
}

/**
 * gr_parse_is_change:
 *
 * Returns: whether an amount that is typed changes what stands there: "+5", "−5", "+10%"
 */
gboolean
gr_parse_is_change (const char *text)
{
  g_autofree char *simple = gr_plain_text (text);

  return *simple == '+' || *simple == '-';
}
