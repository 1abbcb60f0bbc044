#pragma once

#include <glib.h>

/**
 * GrAmountRule:
 * @digits: decimals that are kept, as of gr_decimal_parse()
 * @base: (nullable): what stands there now, for "+10%", "+5" and "-5"
 * @unit: (nullable): a word that may follow the number, or several, parted by bars; of a price the currency's code,
 * whose sign will do as well
 *
 * How an amount that somebody types is to be read.
 */
typedef struct {
  int digits;
  const gint64 *base;
  const char *unit;
} GrAmountRule;

gboolean gr_parse_amount (const char *text, const GrAmountRule *rule, gint64 *out, GError **error);
gboolean gr_parse_is_change (const char *text);
