#include "setting-store.h"

#include "domain/base/money.h"
#include "store/file/query.h"

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

/**
 * gr_setting_store_all:
 *
 * Returns: (transfer full) (element-type utf8 utf8): what the shop says, by key; for those who want several
 */
GHashTable *
gr_setting_store_all (GrDatabase *database, GError **error)
{
  g_autoptr (GHashTable) all = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GrQuery query = gr_query (database, "SELECT key, value FROM setting", "");

  while (gr_query_next (&query))
    g_hash_table_insert (all, gr_query_dup_text (&query, 0), gr_query_dup_text (&query, 1));
  return gr_query_end (&query, error) ? g_steal_pointer (&all) : NULL;
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

double
gr_setting_store_get_double (GrDatabase *database, const char *key, double fallback)
{
  g_autofree char *value = gr_setting_store_get (database, key, NULL, NULL);

  return value != NULL ? g_ascii_strtod (value, NULL) : fallback;
}

/**
 * gr_setting_store_currency_digits:
 *
 * Returns: the decimals of the shop's currency; 2 before one is chosen.
 */
int
gr_setting_store_currency_digits (GrDatabase *database)
{
  g_autofree char *currency = gr_setting_store_get (database, GR_SETTING_CURRENCY, NULL, NULL);

  return currency != NULL ? gr_currency_digits (currency) : 2;
}
