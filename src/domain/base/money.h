#pragma once

#include "quantity.h"

#include <glib.h>

/* Minor units of the shop's currency: 12.50 EUR is 1250, 1250 JPY is 1250. */
typedef gint64 GrMoney;

/* Unit price or unit cost: ten-thousandths of the currency's major unit, 0.3995 is 3995. */
typedef gint64 GrPrice;

#define GR_PRICE_DIGITS 4

/* No unit costs a thousand million; a barcode in the column of prices does. */
#define GR_PRICE_LIMIT ((GrPrice) 1000000000 * 10000)

int gr_currency_digits (const char *currency);
gboolean gr_currency_is_valid (const char *currency);
gboolean gr_money_for (GrQty qty, GrPrice price, int currency_digits, GrMoney *out);
GrMoney gr_money_for_saturated (GrQty qty, GrPrice price, int currency_digits);
GrMoney gr_money_for_stock (GrQty on_hand, GrPrice unit_cost, int currency_digits);
double gr_money_to_double (GrMoney money, int currency_digits);
