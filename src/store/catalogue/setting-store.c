#include "setting-store.h"

#include "domain/base/error.h"
#include "domain/base/money.h"
#include "store/file/query.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <math.h>

/**
 * gr_setting_store_get:
 * @fallback: (nullable): what holds where the shop says nothing
 *
 * Returns: (transfer full) (nullable): the setting's text; %NULL with @error unset where both are missing.
 */
char *
gr_setting_store_get (GrDatabase *database, const char *key, const char *fallback, GError **error)
{
  GrQuery query = gr_query (database, "SELECT value FROM setting WHERE key = ?1", "t", key);
  g_autofree char *value = gr_query_next (&query) ? gr_query_dup_text (&query, 0) : g_strdup (fallback);

  return gr_query_end (&query, error) ? g_steal_pointer (&value) : NULL;
}

/* In the C locale, and nothing else. */
static gboolean
parse_number (const char *value, double *number)
{
  char *end;

  errno = 0;
  *number = g_ascii_strtod (value, &end);
  return end != value && *end == '\0' && errno == 0 && isfinite (*number);
}

static gboolean
is_share (const char *value)
{
  double share;

  return parse_number (value, &share) && share > 0 && share < 1;
}

static gboolean
is_number (const char *value)
{
  double number;

  return parse_number (value, &number) && number >= 0;
}

/* What each setting may say. */
static const struct {
  const char *key;
  gboolean (*is_fine) (const char *value);
} kinds[] = {
    {GR_SETTING_CURRENCY, gr_currency_is_valid},
    {GR_SETTING_SERVICE_LEVEL, is_share},
    {GR_SETTING_REVIEW_DAYS, is_number},
    {GR_SETTING_HORIZON_WEEKS, is_number},
    {GR_SETTING_COMPACTED_AT, is_number},
};

static gboolean
check_setting (const char *key, const char *value, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].key, key) && !kinds[i].is_fine (value)) {
      g_set_error (
          error, GR_ERROR, GR_ERROR_DAMAGED, _ ("The shop’s setting “%s” can’t be read: it says “%s”"), key, value);
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_all (GHashTable *all, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++) {
    const char *value = g_hash_table_lookup (all, kinds[i].key);

    if (value != NULL && !check_setting (kinds[i].key, value, error))
      return FALSE;
  }
  return TRUE;
}

/**
 * gr_setting_store_all:
 *
 * Returns: (transfer full) (element-type utf8 utf8): what the shop says, by key. Fails with %GR_ERROR_DAMAGED, naming
 *   the setting, where one is no such thing: none takes its default unasked.
 */
GHashTable *
gr_setting_store_all (GrDatabase *database, GError **error)
{
  g_autoptr (GHashTable) all = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GrQuery query = gr_query (database, "SELECT key, value FROM setting", "");

  while (gr_query_next (&query))
    g_hash_table_insert (all, gr_query_dup_text (&query, 0), gr_query_dup_text (&query, 1));
  return gr_query_end (&query, error) && check_all (all, error) ? g_steal_pointer (&all) : NULL;
}

/**
 * gr_setting_store_set:
 * @value: (nullable): %NULL to let the program's own value hold again
 *
 * Inside a deed.
 */
gboolean
gr_setting_store_set (GrDatabase *database, const char *key, const char *value, GError **error)
{
  if (value == NULL)
    return gr_query_run (database, error, "DELETE FROM setting WHERE key = ?1", "t", key);
  return gr_query_run (database, error,
      "INSERT INTO setting (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = excluded.value", "tt",
      key, value);
}

/**
 * gr_setting_store_currency_digits:
 *
 * Returns: the decimals of the shop's currency; 2 before one is chosen. -1 with @error set where that can't be read:
 *   money_for() refuses it, so that no sum is ever shown a hundredfold.
 */
int
gr_setting_store_currency_digits (GrDatabase *database, GError **error)
{
  GError *local = NULL;
  g_autofree char *currency = gr_setting_store_get (database, GR_SETTING_CURRENCY, NULL, &local);

  if (local != NULL) {
    g_propagate_error (error, local);
    return -1;
  }
  if (currency != NULL && !check_setting (GR_SETTING_CURRENCY, currency, error))
    return -1;
  return gr_currency_digits (currency);
}
