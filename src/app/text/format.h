#pragma once

#include "domain/base/date.h"
#include "domain/base/money.h"

/* Numbers and dates as people read them, by the locale; without GTK. Everything returned is (transfer full). */

#define GR_UNKNOWN_TEXT "—"

char *gr_format_count (gint64 count);
char *gr_format_qty (GrQty qty);
char *gr_format_qty_unit (GrQty qty, const char *unit);
char *gr_format_double (double value, int decimals);
char *gr_format_money (GrMoney money, int currency_digits);
char *gr_format_money_currency (GrMoney money, int currency_digits, const char *currency);
char *gr_format_price (GrPrice price, int currency_digits);
char *gr_format_percent (double share, int decimals);
char *gr_format_days (double days);

char *gr_format_date (GrDate date);
char *gr_format_date_near (GrDate date, GrDate today);
char *gr_format_month (GrDate date);
char *gr_format_week (GrDate date);
char *gr_format_instant (GrInstant instant, GrDate today);
