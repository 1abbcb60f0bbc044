#include "row-merge.h"

#include "date.h"
#include "decimal.h"
#include "error.h"
#include "money.h"
#include "quantity.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define DAYS_DIGITS 2

static gconstpointer
at (gconstpointer row, const GrRowField *field)
{
  return (const char *) row + field->offset;
}

static const char *
text_at (gconstpointer row, const GrRowField *field)
{
  const char *text = *(const char *const *) at (row, field);

  return text != NULL ? text : "";
}

static gboolean
is_same (const GrRowField *field, gconstpointer one, gconstpointer other)
{
  switch (field->kind) {
  case GR_FIELD_TEXT:
    return g_str_equal (text_at (one, field), text_at (other, field));
  case GR_FIELD_FLAG:
  case GR_FIELD_NUMBER:
  case GR_FIELD_DATE:
    return *(const int *) at (one, field) == *(const int *) at (other, field);
  case GR_FIELD_DAYS:
  case GR_FIELD_SHARE:
    return fabs (*(const double *) at (one, field) - *(const double *) at (other, field)) < 1e-9;
  case GR_FIELD_LINK:
  case GR_FIELD_QTY:
  case GR_FIELD_PRICE:
  case GR_FIELD_MONEY:
  default:
    return *(const gint64 *) at (one, field) == *(const gint64 *) at (other, field);
  }
}

static void
take (const GrRowField *field, gconstpointer from, gpointer to)
{
  gpointer slot = (char *) to + field->offset;

  switch (field->kind) {
  case GR_FIELD_TEXT:
    g_free (*(char **) slot);
    *(char **) slot = g_strdup (*(const char *const *) at (from, field));
    break;
  case GR_FIELD_FLAG:
  case GR_FIELD_NUMBER:
  case GR_FIELD_DATE:
    *(int *) slot = *(const int *) at (from, field);
    break;
  case GR_FIELD_DAYS:
  case GR_FIELD_SHARE:
    *(double *) slot = *(const double *) at (from, field);
    break;
  case GR_FIELD_LINK:
  case GR_FIELD_QTY:
  case GR_FIELD_PRICE:
  case GR_FIELD_MONEY:
  default:
    *(gint64 *) slot = *(const gint64 *) at (from, field);
    break;
  }
}

static char *
format (const GrRowShape *shape, const GrRowField *field, gconstpointer row)
{
  switch (field->kind) {
  case GR_FIELD_TEXT:
    return g_strdup (text_at (row, field));
  case GR_FIELD_FLAG:
  case GR_FIELD_NUMBER:
    return gr_decimal_title (*(const int *) at (row, field), 0, 0);
  case GR_FIELD_DATE:
    return gr_date_format (*(const GrDate *) at (row, field));
  case GR_FIELD_DAYS:
    return gr_decimal_title (llround (*(const double *) at (row, field) * 100), DAYS_DIGITS, 0);
  case GR_FIELD_SHARE:
    return gr_decimal_percent (*(const double *) at (row, field), 1);
  case GR_FIELD_QTY:
    return gr_decimal_title (*(const gint64 *) at (row, field), GR_QTY_DIGITS, 0);
  case GR_FIELD_PRICE:
    return gr_decimal_title (*(const gint64 *) at (row, field), GR_PRICE_DIGITS, shape->money_digits);
  case GR_FIELD_LINK:
    return g_strdup ("");
  case GR_FIELD_MONEY:
  default:
    return gr_decimal_title (*(const gint64 *) at (row, field), shape->money_digits, shape->money_digits);
  }
}

static gboolean
refuse (const GrRowShape *shape, const GrRowField *field, gconstpointer current, GError **error)
{
  g_autofree char *value = format (shape, field, current);

  if (field->kind == GR_FIELD_LINK)
    g_set_error (error, GR_ERROR, GR_ERROR_CONFLICT, _ ("%s was changed elsewhere in the meantime"), _ (field->title));
  else if (*value != '\0')
    g_set_error (error, GR_ERROR, GR_ERROR_CONFLICT, _ ("%s was changed elsewhere in the meantime: it is “%s” now"),
        _ (field->title), value);
  else
    g_set_error (error, GR_ERROR, GR_ERROR_CONFLICT, _ ("%s was changed elsewhere in the meantime: it is empty now"),
        _ (field->title));
  return FALSE;
}

/**
 * gr_row_merge:
 * @shown: the row as somebody saw it
 * @edited: what they made of it
 * @current: the row as it is now; gets what they changed, and keeps the rest
 *
 * Fails with %GR_ERROR_CONFLICT, and a sentence that names the value, where a field that they changed was changed to
 * something else in the meantime; @current is then of no use.
 */
gboolean
gr_row_merge (const GrRowShape *shape, gconstpointer shown, gconstpointer edited, gpointer current, GError **error)
{
  for (gsize i = 0; i < shape->n; i++) {
    const GrRowField *field = &shape->fields[i];

    if (is_same (field, shown, edited) || is_same (field, edited, current))
      continue;
    if (!is_same (field, shown, current))
      return refuse (shape, field, current, error);
    take (field, edited, current);
  }
  return TRUE;
}
