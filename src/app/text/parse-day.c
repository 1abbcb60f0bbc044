#include "parse-day.h"

#include "plain-text.h"

#include "domain/base/error.h"

#include <glib/gi18n.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

/* What is the same for all that is read of one text. */
typedef struct {
  GrDate today;
  GrYearless yearless;
} Frame;

static gboolean
matches_name (const char *word, nl_item full, nl_item abbreviated)
{
  g_autofree char *folded = g_utf8_casefold (word, -1);
  g_autofree char *name = g_utf8_casefold (nl_langinfo (full), -1);
  g_autofree char *short_name = g_utf8_casefold (nl_langinfo (abbreviated), -1);

  return g_str_equal (folded, short_name) || (g_utf8_strlen (folded, -1) >= 3 && g_str_has_prefix (name, folded));
}

static const char *const english_days[] = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};

/* 1 Monday … 7 Sunday, 0 for no such day. */
static int
weekday_of (const char *word)
{
  g_autofree char *lower = g_ascii_strdown (word, -1);

  for (int i = 0; i < 7; i++) {
    nl_item full = DAY_1 + (i + 1) % 7;
    nl_item abbreviated = ABDAY_1 + (i + 1) % 7;

    if (matches_name (word, full, abbreviated) || (strlen (lower) >= 3 && g_str_has_prefix (english_days[i], lower)))
      return i + 1;
  }
  return 0;
}

static const char *const english_months[] = {"january", "february", "march", "april", "may", "june", "july", "august",
    "september", "october", "november", "december"};

static int
month_of (const char *word)
{
  g_autofree char *lower = g_ascii_strdown (word, -1);

  for (int i = 0; i < 12; i++)
    if (matches_name (word, MON_1 + i, ABMON_1 + i) ||
        (strlen (lower) >= 3 && g_str_has_prefix (english_months[i], lower)))
      return i + 1;
  return 0;
}

/* Whether @word is one of @words, parted by bars, or what English has for it. */
static gboolean
is_one_of (const char *word, const char *english, const char *words)
{
  g_autofree char *both = g_strconcat (english, "|", words, NULL);
  g_auto (GStrv) list = g_strsplit (both, "|", -1);

  for (gsize i = 0; list[i]; i++) {
    g_autofree char *lower = g_utf8_strdown (list[i], -1);

    if (g_str_equal (lower, word))
      return TRUE;
  }
  return FALSE;
}

/* Cuts one of @words, parted by bars, and the blank behind it off the beginning of @text. A word may be two: "dentro
 * de".
 */
static const char *
skip_word (const char *text, const char *english, const char *words)
{
  for (const char *blank = strchr (text, ' '); blank; blank = strchr (blank + 1, ' ')) {
    g_autofree char *word = g_strndup (text, (gsize) (blank - text));

    if (is_one_of (word, english, words))
      return blank + 1;
  }
  return text;
}

/* "3 days", "2 weeks", "1 month", also as "3d", "2w", "1m". */
static gboolean
add_span (GrDate today, int n, const char *unit, GrDate *out)
{
  /* Translators: words for a day as people may type them behind a number, "3 days", parted by bars. */
  if (is_one_of (unit, "d|day|days", _ ("d|day|days")))
    *out = today + n;
  /* Translators: words for a week as people may type them behind a number, parted by bars. */
  else if (is_one_of (unit, "w|week|weeks", _ ("w|week|weeks")))
    *out = today + 7 * n;
  /* Translators: words for a month as people may type them behind a number, parted by bars. */
  else if (is_one_of (unit, "m|month|months", _ ("m|month|months")))
    *out = gr_date_add_months (today, n);
  else
    return FALSE;
  return TRUE;
}

static gboolean
parse_words (const char *text, const Frame *frame, GrDate *out)
{
  static const struct {
    const char *english;
    int days;
  } near[] = {{N_ ("today"), 0}, {N_ ("tomorrow"), 1}, {N_ ("yesterday"), -1}};
  /* Translators: words for the next one as people may type them, "next Friday", parted by bars. */
  const char *word = skip_word (text, "next", _ ("next"));
  int weekday;

  for (gsize i = 0; i < G_N_ELEMENTS (near); i++)
    if (is_one_of (text, near[i].english, _ (near[i].english))) {
      *out = frame->today + near[i].days;
      return TRUE;
    }
  if (word != text && add_span (frame->today, 1, word, out))
    return TRUE;
  weekday = weekday_of (word);
  if (weekday == 0)
    return FALSE;
  *out = frame->today + (weekday - gr_date_weekday (frame->today) + 7) % 7;
  if (*out == frame->today)
    *out += 7;
  return TRUE;
}

static gboolean
parse_span (const char *text, const Frame *frame, GrDate *out)
{
  /* Translators: words before a span as people may type them, "in 3 days", parted by bars. */
  const char *number = *text == '+' ? text + 1 : skip_word (text, "in", _ ("in"));
  char *unit;
  gint64 n = g_ascii_strtoll (number, &unit, 10);

  if (unit == number || n < 0 || n > 3650)
    return FALSE;
  while (*unit == ' ')
    unit++;
  if (!*unit && *text == '+')
    unit = (char *) "d";
  return *unit && add_span (frame->today, (int) n, unit, out);
}

/* The year of a day and month that were given without one. */
static int
find_year (int month, int day, const Frame *frame)
{
  int year, month_today, day_today, best = 0;
  GrDate nearest = GR_DATE_NONE;

  gr_date_to_ymd (frame->today, &year, &month_today, &day_today);
  for (int i = year - 1; i <= year + 1; i++) {
    GrDate date = gr_date_is_valid (i, month, day) ? gr_date_from_ymd (i, month, day) : GR_DATE_NONE;

    if (date == GR_DATE_NONE || (frame->yearless == GR_YEARLESS_IS_NEXT && date < frame->today))
      continue;
    if (nearest == GR_DATE_NONE || ABS (date - frame->today) < ABS (nearest - frame->today)) {
      nearest = date;
      best = i;
    }
  }
  return best > 0 ? best : year;
}

static gboolean
take_date (int year, int month, int day, const Frame *frame, GrDate *out)
{
  if (year == 0)
    year = find_year (month, day, frame);
  else if (year < 100)
    year += 2000;
  if (!gr_date_is_valid (year, month, day))
    return FALSE;
  *out = gr_date_from_ymd (year, month, day);
  return TRUE;
}

/* Where the locale writes months first. One that writes the year first says nothing of dates without one: in Swedish
 * and Canadian they are written day first, in Eastern Asia and Hungary month first. */
static gboolean
is_month_first (void)
{
  static const char *const month_first[] = {"ja", "zh", "ko", "hu"};
  const char *form = nl_langinfo (D_FMT);
  const char *month = strstr (form, "%m");
  const char *day = strstr (form, "%d");
  const char *year = strpbrk (form, "Yy");
  const char *language = setlocale (LC_TIME, NULL);

  if (!month || !day || month > day)
    return FALSE;
  if (!year || year > day)
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (month_first); i++)
    if (language && g_str_has_prefix (language, month_first[i]))
      return TRUE;
  return FALSE;
}

/* What can be read in one way only is read so, whatever comes first here: "31/12". */
static gboolean
take_numbers (const int *numbers, const Frame *frame, GrDate *out)
{
  int first = numbers[0], second = numbers[1], third = numbers[2];
  gboolean is_month = is_month_first();

  if (first > 31)
    return take_date (first, second, third, frame, out);
  return take_date (third, is_month ? first : second, is_month ? second : first, frame, out) ||
         take_date (third, is_month ? second : first, is_month ? first : second, frame, out);
}

/* "14.7.", "14/7/2011", "7/14" where months come first, "2011/07/14", "14 jul", "14 of July", "jul 14 2011". */
static gboolean
parse_parts (const char *text, const Frame *frame, GrDate *out)
{
  g_auto (GStrv) parts = g_strsplit_set (text, " ./-,", -1);
  int numbers[3] = {0}, n = 0, month = 0;

  for (gsize i = 0; parts[i]; i++) {
    char *end;
    gint64 number;

    /* Translators: words that may stand between the parts of a date, "14 of July", parted by bars. */
    if (!*parts[i] || is_one_of (parts[i], "of|the", _ ("of|the")))
      continue;
    number = g_ascii_strtoll (parts[i], &end, 10);
    if (*end && !month && (month = month_of (parts[i])) > 0)
      continue;
    if (*end || n == 3 || number <= 0 || number > 9999)
      return FALSE;
    numbers[n++] = (int) number;
  }
  if (month > 0)
    return n >= 1 && n <= 2 && take_date (n == 2 ? numbers[1] : 0, month, numbers[0], frame, out);
  return n >= 2 && !(n == 2 && numbers[0] > 31) && take_numbers (numbers, frame, out);
}

/* The week that holds the year's first Thursday is its first. */
static GrDate
week_date (int year, int week, int weekday)
{
  GrDate fourth = gr_date_from_ymd (year, 1, 4);

  return fourth - gr_date_weekday (fourth) + 7 * (week - 1) + weekday;
}

static int
weeks_in (int year)
{
  return (week_date (year + 1, 1, 1) - week_date (year, 1, 1)) / 7;
}

/* ISO 8601 beside 2011-07-14: "20110714", "2011-W28-4", "2011W284", "2011-W28", "2011-195". */
static gboolean
parse_iso (const char *text, GrDate *out)
{
  int year, a = 0, b = 0, length = 0;

  if (strlen (text) == 8 && strspn (text, "0123456789") == 8 && sscanf (text, "%4d%2d%2d", &year, &a, &b) == 3) {
    if (!gr_date_is_valid (year, a, b))
      return FALSE;
    *out = gr_date_from_ymd (year, a, b);
    return TRUE;
  }
  if ((sscanf (text, "%4d-w%2d-%1d%n", &year, &a, &b, &length) == 3 ||
          sscanf (text, "%4dw%2d%1d%n", &year, &a, &b, &length) == 3) &&
      text[length] == '\0' && year >= 1000) {
    if (a < 1 || a > weeks_in (year) || b < 1 || b > 7)
      return FALSE;
    *out = week_date (year, a, b);
    return TRUE;
  }
  if ((sscanf (text, "%4d-w%2d%n", &year, &a, &length) == 2 || sscanf (text, "%4dw%2d%n", &year, &a, &length) == 2) &&
      text[length] == '\0' && year >= 1000 && a >= 1 && a <= weeks_in (year)) {
    *out = week_date (year, a, 1);
    return TRUE;
  }
  if (strlen (text) == 8 && sscanf (text, "%4d-%3d%n", &year, &a, &length) == 2 && length == 8 && year >= 1000 &&
      a >= 1 && a <= gr_date_from_ymd (year + 1, 1, 1) - gr_date_from_ymd (year, 1, 1)) {
    *out = gr_date_from_ymd (year, 1, 1) + a - 1;
    return TRUE;
  }
  return FALSE;
}

/**
 * gr_parse_day:
 * @yearless: which year a day and month without one mean
 *
 * Reads a day as people type it: "2011-07-14", "20110714", "2011-W28-4", "14.7.", "14 jul", "today", "fri",
 * "next fri", "in 2 weeks", "+3"; words in English and in the reader's language. A weekday is the next one after today.
 * Numbers stand as the locale has them, unless that is no date and the other way is. Fails with %GR_ERROR_INVALID.
 */
gboolean
gr_parse_day (const char *text, GrDate today, GrYearless yearless, GrDate *out, GError **error)
{
  g_autofree char *simple = gr_plain_text (text);
  g_autofree char *lower = g_utf8_strdown (simple, -1);
  Frame frame = {today, yearless};

  if (gr_date_parse (simple, out, NULL) || parse_iso (lower, out) || parse_words (lower, &frame, out) ||
      parse_span (lower, &frame, out) || parse_parts (lower, &frame, out))
    return TRUE;
  g_set_error (error, GR_ERROR, GR_ERROR_INVALID, _ ("“%s” is not a date."), text);
  return FALSE;
}
