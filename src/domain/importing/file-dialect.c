#include "file-dialect.h"

#include "domain/base/error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const struct {
  char sign;
  const char *id;
  const char *phrase;
} delimiters[] = {
    {',', "comma", N_ ("separated by commas")},
    {';', "semicolon", N_ ("separated by semicolons")},
    {'\t', "tab", N_ ("separated by tabs")},
    {'|', "bar", N_ ("separated by vertical bars")},
};

static const struct {
  const char *id;
  const char *phrase;
} date_orders[GR_N_DATE_ORDERS] = {
    [GR_DATE_ORDER_YMD] = {"ymd", N_ ("dates as year, month, day")},
    [GR_DATE_ORDER_DMY] = {"dmy", N_ ("dates as day, month, year")},
    [GR_DATE_ORDER_MDY] = {"mdy", N_ ("dates as month, day, year")},
    [GR_DATE_ORDER_EXCEL] = {"excel", N_ ("dates as Excel day numbers")},
};

static gboolean
set_delimiter (GrFileDialect *dialect, const char *value)
{
  for (gsize i = 0; i < G_N_ELEMENTS (delimiters); i++)
    if (strcmp (value, delimiters[i].id) == 0 || (value[0] == delimiters[i].sign && value[1] == '\0')) {
      dialect->csv.delimiter = delimiters[i].sign;
      return TRUE;
    }
  return FALSE;
}

static gboolean
set_decimal (GrFileDialect *dialect, const char *value)
{
  if (strcmp (value, ".") == 0 || strcmp (value, "point") == 0)
    dialect->cells.decimal_sign = '.';
  else if (strcmp (value, ",") == 0 || strcmp (value, "comma") == 0)
    dialect->cells.decimal_sign = ',';
  else
    return FALSE;
  return TRUE;
}

static gboolean
set_dates (GrFileDialect *dialect, const char *value)
{
  for (guint i = 0; i < GR_N_DATE_ORDERS; i++)
    if (strcmp (value, date_orders[i].id) == 0) {
      dialect->cells.date_order = (GrDateOrder) i;
      dialect->cells.is_date_order_sure = TRUE;
      return TRUE;
    }
  return FALSE;
}

static gboolean
set_encoding (GrFileDialect *dialect, const char *value)
{
  return gr_text_encoding_from_id (value, &dialect->csv.encoding);
}

static gboolean
set_header (GrFileDialect *dialect, const char *value)
{
  dialect->cells.has_header = strcmp (value, "yes") == 0;
  return dialect->cells.has_header || strcmp (value, "no") == 0;
}

static const struct {
  const char *name;
  gboolean (*set) (GrFileDialect *dialect, const char *value);
} properties[] = {
    {"delimiter", set_delimiter},
    {"decimal", set_decimal},
    {"dates", set_dates},
    {"encoding", set_encoding},
    {"header", set_header},
};

/**
 * gr_file_dialect_set:
 * @assignment: "delimiter=comma|semicolon|tab|bar", "decimal=point|comma", "dates=ymd|dmy|mdy",
 *   "encoding=utf-8|windows-1252|utf-16le|utf-16be" or "header=yes|no"; the signs themselves do, too
 *
 * Overrides one part of what was recognised. Fails with %GR_ERROR_INVALID.
 */
gboolean
gr_file_dialect_set (GrFileDialect *dialect, const char *assignment, GError **error)
{
  const char *value = strchr (assignment, '=');

  for (gsize i = 0; value != NULL && i < G_N_ELEMENTS (properties); i++) {
    gsize length = strlen (properties[i].name);

    if ((gsize) (value - assignment) == length && strncmp (assignment, properties[i].name, length) == 0 &&
        properties[i].set (dialect, value + 1))
      return TRUE;
  }
  g_set_error (error, GR_ERROR, GR_ERROR_INVALID,
      _ ("“%s” must be one of delimiter=, decimal=, dates=, encoding=, header= with a valid value"), assignment);
  return FALSE;
}

static const char *
describe_delimiter (char sign)
{
  for (gsize i = 0; i < G_N_ELEMENTS (delimiters); i++)
    if (delimiters[i].sign == sign)
      return _ (delimiters[i].phrase);
  return _ ("separated");
}

/**
 * gr_file_dialect_describe:
 *
 * Returns: (transfer full): @dialect in one sentence for people.
 */
char *
gr_file_dialect_describe (const GrFileDialect *dialect)
{
  const char *dates = dialect->cells.is_date_order_sure ? _ (date_orders[dialect->cells.date_order].phrase)
                                                        : _ ("dates probably as day, month, year: please check");

  if (!dialect->cells.is_date_order_sure && dialect->cells.date_order == GR_DATE_ORDER_MDY)
    dates = _ ("dates probably as month, day, year: please check");
  /* Translators: such as "UTF-8 text, commas between fields, decimal point, dates as ..., a header row." */
  return g_strdup_printf (_ ("%s text, %s, %s, %s, %s."), gr_text_encoding_title (dialect->csv.encoding),
      describe_delimiter (dialect->csv.delimiter),
      dialect->cells.decimal_sign == ',' ? _ ("decimal comma") : _ ("decimal point"), dates,
      dialect->cells.has_header ? _ ("a header row") : _ ("no header row"));
}
