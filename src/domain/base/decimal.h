#pragma once

#include <glib.h>

gint64 gr_decimal_power (int digits);
gboolean gr_decimal_add (gint64 a, gint64 b, gint64 *out);
gboolean gr_decimal_mul_div (gint64 a, gint64 b, gint64 divisor, gint64 *out);
gint64 gr_decimal_round_div (gint64 value, gint64 divisor);
gboolean gr_decimal_share (gint64 whole, const double *weights, gsize n, gint64 *parts);

gboolean gr_decimal_parse (const char *text, char decimal_sign, int digits, gint64 *out, GError **error);
char *gr_decimal_format (gint64 value, int digits, int min_decimals);
char *gr_decimal_title (gint64 value, int digits, int min_decimals);
char *gr_decimal_percent (double share, int decimals);
char *gr_decimal_change (double share);
