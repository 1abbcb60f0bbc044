#include "money.h"

#include "decimal.h"

#include <string.h>

/* ISO 4217 currencies whose minor unit is not a hundredth. */
static const struct {
  char code[4];
  int digits;
} unusual_currencies[] = {
    {"BHD", 3},
    {"BIF", 0},
    {"CLP", 0},
    {"DJF", 0},
    {"GNF", 0},
    {"IQD", 3},
    {"ISK", 0},
    {"JOD", 3},
    {"JPY", 0},
    {"KMF", 0},
    {"KRW", 0},
    {"KWD", 3},
    {"LYD", 3},
    {"OMR", 3},
    {"PYG", 0},
    {"RWF", 0},
    {"TND", 3},
    {"UGX", 0},
    {"UYI", 0},
    {"VND", 0},
    {"VUV", 0},
    {"XAF", 0},
    {"XOF", 0},
    {"XPF", 0},
};

/**
 * gr_currency_digits:
 * @currency: an ISO 4217 code, or %NULL
 *
 * Returns: how many decimals the currency's minor unit has (ISO 4217), 2 where unknown.
 */
int
gr_currency_digits (const char *currency)
{
  if (currency == NULL)
    return 2;
  for (gsize i = 0; i < G_N_ELEMENTS (unusual_currencies); i++)
    if (strcmp (unusual_currencies[i].code, currency) == 0)
      return unusual_currencies[i].digits;
  return 2;
}

/**
 * gr_currency_is_valid:
 *
 * Returns: whether @currency has the form of an ISO 4217 code, three capital letters.
 */
gboolean
gr_currency_is_valid (const char *currency)
{
  if (currency == NULL || strlen (currency) != 3)
    return FALSE;
  for (int i = 0; i < 3; i++)
    if (!g_ascii_isupper (currency[i]))
      return FALSE;
  return TRUE;
}

/**
 * gr_money_for:
 * @qty: thousandths of a unit
 * @price: ten-thousandths of the major unit, per unit
 * @currency_digits: decimals of the minor unit, 0 to 4
 * @out: (out): minor units
 *
 * What @qty costs at @price, rounded once, half away from zero.
 *
 * Returns: %FALSE where the amount does not fit 64 bits; @out is then untouched.
 */
gboolean
gr_money_for (GrQty qty, GrPrice price, int currency_digits, GrMoney *out)
{
  g_return_val_if_fail (currency_digits >= 0 && currency_digits <= 4, FALSE);
  return gr_decimal_mul_div (qty, price, GR_QTY_ONE * gr_decimal_power (GR_PRICE_DIGITS - currency_digits), out);
}

/**
 * gr_money_for_saturated:
 *
 * gr_money_for() for lists and charts, where an absurd amount shows as the largest one.
 */
GrMoney
gr_money_for_saturated (GrQty qty, GrPrice price, int currency_digits)
{
  GrMoney money;

  if (gr_money_for (qty, price, currency_digits, &money))
    return money;
  return (qty < 0) == (price < 0) ? G_MAXINT64 : G_MININT64;
}

/**
 * gr_money_for_stock:
 *
 * What @on_hand of an item is worth at cost. Less than nothing is an error of the books to be counted, and worth
 * nothing: it never lowers what the rest is worth. @on_hand is of all the places that are looked at together: goods
 * that stand in another place than the books say are worth the same.
 */
GrMoney
gr_money_for_stock (GrQty on_hand, GrPrice unit_cost, int currency_digits)
{
  return gr_money_for_saturated (MAX (0, on_hand), unit_cost, currency_digits);
}

/**
 * gr_money_to_double:
 *
 * Returns: @money in major units, for charts and spreadsheets only.
 */
double
gr_money_to_double (GrMoney money, int currency_digits)
{
  return (double) money / (double) gr_decimal_power (currency_digits);
}
