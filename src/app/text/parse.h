#pragma once

#include "domain/base/date.h"

/**
 * GrAmountRule:
 * @digits: decimals that are kept, as of gr_decimal_parse()
 * @base: (nullable): what stands there now, for "+10%", "+5" and "-5"
 * @unit: (nullable): a word that may follow the number
 *
 * How an amount that somebody types is to be read.
 */
typedef struct {
  int digits;
  const gint64 *base;
  const char *unit;
} GrAmountRule;

gboolean gr_parse_amount (const char *text, const GrAmountRule *rule, gint64 *out, GError **error);
gboolean gr_parse_day (const char *text, GrDate today, GrDate *out, GError **error);
