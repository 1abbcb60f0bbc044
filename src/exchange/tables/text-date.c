#include "text-date.h"

#include "import-words.h"

#include <string.h>

/* 1970-01-01 and 2100-01-01 as spreadsheets count days. */
#define EXCEL_1970 25569
#define EXCEL_2100 73051

/* Three parts of a date as they stand; a part has its digits counted, since 2009 can only be a year. */
typedef struct {
  int values[3];
  int n_digits[3];
  int n_parts;
  int named_month; /* 0: the month is a number */
} DateParts;

static gboolean
is_separator (char c)
{
  return c == '-' || c == '/' || c == '.';
}

/* Digits with the same separator twice between them; the position ends behind the last digit. */
static gboolean
take_numeric_parts (const char **at, DateParts *parts)
{
  char separator = '\0';

  for (parts->n_parts = 0; parts->n_parts < 3; parts->n_parts++) {
    int value = 0, n = 0;

    if (parts->n_parts > 0) {
      if (!is_separator (**at) || (separator != '\0' && **at != separator))
        return FALSE;
      separator = *(*at)++;
    }
    for (; g_ascii_isdigit (**at) && n < 5; n++)
      value = value * 10 + (*(*at)++ - '0');
    if (n == 0 || n > 4)
      return FALSE;
    parts->values[parts->n_parts] = value;
    parts->n_digits[parts->n_parts] = n;
  }
  return TRUE;
}

/* 20091201 */
static gboolean
take_compact_parts (const char **at, DateParts *parts)
{
  int value = 0;

  for (int i = 0; i < 8; i++) {
    if (!g_ascii_isdigit ((*at)[i]))
      return FALSE;
    value = value * 10 + ((*at)[i] - '0');
  }
  if (g_ascii_isdigit ((*at)[8]))
    return FALSE;
  *at += 8;
  *parts = (DateParts){{value / 10000, value / 100 % 100, value % 100}, {4, 2, 2}, 3, 0};
  return TRUE;
}

/* 1 Dec 2009, 01-Dez-09, December 1, 2009: the two numbers into parts 0 and 1. */
static gboolean
take_named_parts (const char **at, DateParts *parts)
{
  *parts = (DateParts){0};
  while (**at != '\0' && !(parts->n_parts == 2 && parts->named_month != 0)) {
    gunichar c = g_utf8_get_char (*at);

    if (g_ascii_isdigit (**at) && parts->n_parts < 2) {
      int part = parts->n_parts++;

      for (; g_ascii_isdigit (**at) && parts->n_digits[part] < 4; parts->n_digits[part]++)
        parts->values[part] = parts->values[part] * 10 + (*(*at)++ - '0');
    } else if (g_unichar_isalpha (c) && parts->named_month == 0) {
      parts->named_month = gr_import_words_month (at);
      if (parts->named_month == 0)
        return FALSE;
    } else if (c == ' ' || c == '-' || c == '.' || c == '/' || c == ',')
      (*at)++;
    else
      return FALSE;
  }
  return parts->n_parts == 2 && parts->named_month != 0;
}

/* Two digits are a year from 1970 to 2069. */
static int
full_year (const DateParts *parts, int i)
{
  int year = parts->values[i];

  return parts->n_digits[i] > 2 ? year : year < 70 ? 2000 + year : 1900 + year;
}

static gboolean
is_time_or_nothing (const char *at)
{
  if (*at == '\0')
    return TRUE;
  if (*at != ' ' && *at != 'T' && *at != ',')
    return FALSE;
  at += 1 + strspn (at + 1, " ");
  return g_ascii_isdigit (*at) && at[strspn (at, "0123456789:.,+-Z APMapm")] == '\0';
}

static gboolean
finish_date (int year, int month, int day, GrDate *out)
{
  if (!gr_date_is_valid (year, month, day))
    return FALSE;
  *out = gr_date_from_ymd (year, month, day);
  return TRUE;
}

static gboolean
order_parts (const DateParts *parts, GrDateOrder order, GrDate *out)
{
  const int *v = parts->values;

  if (parts->named_month != 0)
    return parts->n_digits[0] == 4 ? finish_date (full_year (parts, 0), parts->named_month, v[1], out)
                                   : finish_date (full_year (parts, 1), parts->named_month, v[0], out);
  if (parts->n_digits[0] == 4)
    return finish_date (v[0], v[1], v[2], out);
  if (order == GR_DATE_ORDER_YMD)
    return parts->n_digits[2] <= 2 && parts->n_digits[0] == 2 && finish_date (full_year (parts, 0), v[1], v[2], out);
  if (order == GR_DATE_ORDER_DMY)
    return finish_date (full_year (parts, 2), v[1], v[0], out);
  return finish_date (full_year (parts, 2), v[0], v[1], out);
}

/**
 * gr_text_date_parse_excel:
 *
 * Reads the number that a spreadsheet keeps for a day, as it comes out where the column was not formatted as dates:
 * days since 1899-12-30, of 1970 to 2099; a fraction is the time of day.
 */
gboolean
gr_text_date_parse_excel (const char *text, GrDate *out)
{
  gsize n_digits = strspn (text, "0123456789");
  const char *end = text + n_digits;
  gint64 day = n_digits == 5 ? g_ascii_strtoll (text, NULL, 10) : 0;

  if (*end == '.' || *end == ',')
    end += 1 + strspn (end + 1, "0123456789");
  if (*end != '\0' || day < EXCEL_1970 || day >= EXCEL_2100)
    return FALSE;
  *out = (GrDate) (day - EXCEL_1970);
  return TRUE;
}

/**
 * gr_text_date_parse:
 * @order: what 01/02/2009 means, or that days are counted as by Excel; a year of four digits in front or a month's name
 * settles it without
 * @out: (out): the day
 *
 * Reads a date with - / or . between its parts, YYYYMMDD, or with the month's name or its first letters in a few
 * languages; a time of day may follow.
 */
gboolean
gr_text_date_parse (const char *text, GrDateOrder order, GrDate *out)
{
  const char *at = text;
  DateParts parts = {0};

  if (order == GR_DATE_ORDER_EXCEL)
    return gr_text_date_parse_excel (text, out);
  if (take_numeric_parts (&at, &parts) && is_time_or_nothing (at))
    return order_parts (&parts, order, out);
  at = text;
  if (take_compact_parts (&at, &parts) && is_time_or_nothing (at))
    return order_parts (&parts, order, out);
  at = text;
  return take_named_parts (&at, &parts) && is_time_or_nothing (at) && order_parts (&parts, order, out);
}
