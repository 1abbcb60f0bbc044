#include "sql-function.h"

#include "domain/base/money.h"
#include "domain/base/text.h"
#include "domain/book/deed-title.h"
#include "domain/stock/location.h"

#include <glib.h>
#include <string.h>

/* money_for (qty, price, currency_digits): so that SQL rounds as all else does. NULL in, NULL out. Digits below 0 are
 * those of a currency that could not be read. */
static void
money_for_cb (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  if (sqlite3_value_type (values[0]) == SQLITE_NULL || sqlite3_value_type (values[1]) == SQLITE_NULL)
    return;
  if (sqlite3_value_int (values[2]) < 0) {
    sqlite3_result_error (context, "the currency can't be read", -1);
    return;
  }
  sqlite3_result_int64 (context, gr_money_for_saturated (sqlite3_value_int64 (values[0]),
                                     sqlite3_value_int64 (values[1]), sqlite3_value_int (values[2])));
}

/* place_name (name, role): what the owner named a place, else what the program calls it. */
static void
place_name_cb (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  GrPlaceRole role;

  if (sqlite3_value_type (values[0]) != SQLITE_NULL)
    sqlite3_result_value (context, values[0]);
  else if (gr_place_role_from_id ((const char *) sqlite3_value_text (values[1]), &role))
    sqlite3_result_text (context, gr_place_role_title (role), -1, SQLITE_TRANSIENT);
  else
    sqlite3_result_value (context, values[1]);
}

/* deed_title (title, done_on): what a deed was, in the reader's language. */
static void
deed_title_cb (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  sqlite3_result_text (context,
      gr_deed_title_read ((const char *) sqlite3_value_text (values[0]), sqlite3_value_int (values[1])), -1, g_free);
}

/* fold (text): for search, see gr_text_fold(). */
static void
fold_cb (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  const char *text = (const char *) sqlite3_value_text (values[0]);

  if (text != NULL)
    sqlite3_result_text (context, gr_text_fold (text), -1, g_free);
}

/* sort_key (text): for short lists of names, see gr_text_sort_key(). */
static void
sort_key_cb (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  const char *text = (const char *) sqlite3_value_text (values[0]);
  char *key = text != NULL ? gr_text_sort_key (text) : NULL;

  if (key != NULL)
    sqlite3_result_blob (context, key, (int) strlen (key), g_free);
}

static void
append_text (GString *json, const char *text)
{
  g_string_append_c (json, '"');
  for (; *text != '\0'; text++)
    if (*text == '"' || *text == '\\')
      g_string_append_printf (json, "\\%c", *text);
    else if ((guchar) *text < 0x20)
      g_string_append_printf (json, "\\u%04x", (guint) *text);
    else
      g_string_append_c (json, *text);
  g_string_append_c (json, '"');
}

/* As few digits as bring the same number back. */
static void
append_double (GString *json, double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (text, sizeof text, "%.15g", value);
  if (g_ascii_strtod (text, NULL) != value)
    g_ascii_formatd (text, sizeof text, "%.17g", value);
  g_string_append (json, text);
  if (strpbrk (text, ".e") == NULL)
    g_string_append (json, ".0");
}

static void
append_value (GString *json, sqlite3_value *value)
{
  switch (sqlite3_value_type (value)) {
  case SQLITE_INTEGER:
    g_string_append_printf (json, "%" G_GINT64_FORMAT, (gint64) sqlite3_value_int64 (value));
    break;
  case SQLITE_FLOAT:
    append_double (json, sqlite3_value_double (value));
    break;
  case SQLITE_NULL:
    g_string_append (json, "null");
    break;
  default:
    append_text (json, (const char *) sqlite3_value_text (value));
  }
}

/*
 * json_object (name, value, ...) for the journal's images. SQLite has one of its own, but 3.40 calls it unsafe in a
 * trigger when the schema is not trusted, cuts doubles to 15 digits, and may one day write otherwise: images are
 * compared as text.
 */
static void
json_object_cb (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  GString *json = g_string_new ("{");

  for (int i = 0; i + 1 < n_values; i += 2) {
    if (i > 0)
      g_string_append_c (json, ',');
    append_text (json, (const char *) sqlite3_value_text (values[i]));
    g_string_append_c (json, ':');
    append_value (json, values[i + 1]);
  }
  g_string_append_c (json, '}');
  sqlite3_result_text (context, json->str, (int) json->len, SQLITE_TRANSIENT);
  g_string_free (json, TRUE);
}

/**
 * gr_sql_function_register:
 *
 * Gives a connection the functions that this room's statements use. Of the schema only the journal's triggers use one,
 * and any other program has its own of that name.
 */
int
gr_sql_function_register (sqlite3 *handle)
{
  static const struct {
    const char *name;
    int n_values;
    int flags;
    void (*func) (sqlite3_context *context, int n_values, sqlite3_value **values);
  } functions[] = {
      {"money_for", 3, SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, money_for_cb},
      {"place_name", 2, SQLITE_DIRECTONLY, place_name_cb},
      {"deed_title", 2, SQLITE_DIRECTONLY, deed_title_cb},
      {"fold", 1, SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, fold_cb},
      {"sort_key", 1, SQLITE_DIRECTONLY, sort_key_cb},
      {"json_object", -1, SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, json_object_cb},
  };
  int status = SQLITE_OK;

  for (gsize i = 0; i < G_N_ELEMENTS (functions) && status == SQLITE_OK; i++)
    status = sqlite3_create_function_v2 (handle, functions[i].name, functions[i].n_values,
        SQLITE_UTF8 | functions[i].flags, NULL, functions[i].func, NULL, NULL, NULL);
  return status;
}
