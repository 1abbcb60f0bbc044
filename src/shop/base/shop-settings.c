#include "shop-deed.h"

#include "domain/base/error.h"
#include "store/catalogue/family-store.h"
#include "store/catalogue/setting-store.h"
#include "store/file/shop-file.h"

#include <glib/gi18n-lib.h>

static gboolean
write_names (GrShop *shop, const char *name, const char *currency, GError **error)
{
  GrDatabase *database = gr_shop_database (shop);

  return (name == NULL || gr_setting_store_set (database, GR_SETTING_SHOP_NAME, name, error)) &&
         (currency == NULL || gr_setting_store_set (database, GR_SETTING_CURRENCY, currency, error));
}

static gboolean
check_names (const char *name, const char *currency, GError **error)
{
  if (name == NULL || *name == '\0' || !g_utf8_validate (name, -1, NULL)) {
    g_set_error_literal (error, GR_ERROR, GR_ERROR_INVALID, _ ("A shop needs a name"));
    return FALSE;
  }
  if (currency == NULL || !gr_currency_is_valid (currency)) {
    g_set_error (error, GR_ERROR, GR_ERROR_INVALID, _ ("“%s” is not a currency; use three letters such as EUR"),
        currency != NULL ? currency : "");
    return FALSE;
  }
  return TRUE;
}

/**
 * gr_shop_create:
 *
 * Makes a new, empty shop in a new file. Fails with %GR_ERROR_EXISTS where there is a file of that name already.
 */
GrShop *
gr_shop_create (const char *path, const char *name, const char *currency, GrClock clock, GError **error)
{
  g_autoptr (GrShop) shop = NULL;
  g_autofree char *title = gr_deed_title_new (GR_DEED_NEW_SHOP);

  if (!check_names (name, currency, error))
    return NULL;
  shop = gr_shop_on (gr_shop_file_create (path, error), clock, error);
  if (shop == NULL || !gr_shop_begin_deed (shop, "new-shop", title, error))
    return NULL;
  if (!gr_shop_end_deed (shop, write_names (shop, name, currency, error), NULL, error))
    return NULL;
  return g_steal_pointer (&shop);
}

/**
 * gr_shop_rename:
 * @name: (nullable): %NULL to leave it as it is
 * @currency: (nullable): likewise, another may have changed it in the meantime
 */
gboolean
gr_shop_rename (GrShop *shop, const char *name, const char *currency, GError **error)
{
  const char *shown = name != NULL ? name : gr_shop_name (shop);
  g_autofree char *title = NULL;

  if (!check_names (shown, currency != NULL ? currency : gr_shop_currency (shop), error))
    return FALSE;
  title = gr_deed_title_new (GR_DEED_NAME_SHOP, shown);
  if (!gr_shop_begin_deed (shop, "rename-shop", title, error))
    return FALSE;
  return gr_shop_end_deed (shop, write_names (shop, name, currency, error), NULL, error);
}

static gboolean
write_family_level (GrShop *shop, const char *name, double level, GError **error)
{
  GrFamily family = {.service_level = level};

  if (!gr_family_store_find (gr_shop_database (shop), name, &family.id, error))
    return FALSE;
  if (family.id == 0) {
    g_set_error (error, GR_ERROR, GR_ERROR_NOT_FOUND, _ ("There is no family “%s”"), name);
    return FALSE;
  }
  family.name = (char *) name;
  return gr_family_store_save (gr_shop_database (shop), &family, error);
}

static gboolean
write_level (GrShop *shop, const char *family, double level, GError **error)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  if (family != NULL)
    return write_family_level (shop, family, level, error);
  return gr_setting_store_set (
      gr_shop_database (shop), GR_SETTING_SERVICE_LEVEL, g_ascii_dtostr (text, sizeof text, level), error);
}

/**
 * gr_shop_set_service_level:
 * @family: (nullable): a family's name, or %NULL for the shop's default
 * @level: above 0 and below 1; 0 for a family that takes the shop's
 */
gboolean
gr_shop_set_service_level (GrShop *shop, const char *family, double level, GError **error)
{
  g_autofree char *title = NULL;

  if (!(level > 0 && level < 1) && !(family != NULL && level == 0)) {
    g_set_error_literal (
        error, GR_ERROR, GR_ERROR_INVALID, _ ("Service level must be more than 0% and less than 100%."));
    return FALSE;
  }
  title = family != NULL ? gr_deed_title_new (GR_DEED_LEVEL_OF_FAMILY, family, level)
                         : gr_deed_title_new (GR_DEED_LEVEL_OF_SHOP, level);
  if (!gr_shop_begin_deed (shop, "set-service-level", title, error))
    return FALSE;
  return gr_shop_end_deed (shop, write_level (shop, family, level, error), NULL, error);
}
