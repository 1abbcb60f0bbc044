#include "shop/planning/replan-items.h"
#include "shop-private.h"

#include "domain/base/error.h"
#include "store/catalogue/item-store.h"
#include "store/catalogue/setting-store.h"
#include "store/file/shop-file.h"

#include <glib/gi18n-lib.h>

#define DEFAULT_CURRENCY      "EUR"
#define DEFAULT_SERVICE_LEVEL 0.95

struct _GrShop {
  GObject parent_instance;
  GrDatabase *database;
  GrClock clock;
  char *name;
  char *currency;
  int currency_digits;
  double service_level;
  GrNouns announced; /* since gr_shop_take_announced() */
  GMutex mutex;      /* of @idle */
  GrShop *idle;      /* (nullable): another shop on this file that no thread needs now, with its caches warm */
};

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GrShop, gr_shop, G_TYPE_OBJECT)

static void
gr_shop_finalize (GObject *object)
{
  GrShop *self = GR_SHOP (object);

  g_clear_object (&self->idle);
  g_mutex_clear (&self->mutex);
  g_clear_pointer (&self->database, gr_database_close);
  g_free (self->name);
  g_free (self->currency);
  G_OBJECT_CLASS (gr_shop_parent_class)->finalize (object);
}

static void
gr_shop_class_init (GrShopClass *class)
{
  G_OBJECT_CLASS (class)->finalize = gr_shop_finalize;
  signals[CHANGED] =
      g_signal_new ("changed", GR_TYPE_SHOP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
gr_shop_init (GrShop *self)
{
  g_mutex_init (&self->mutex);
}

static gboolean
load_settings (GrShop *shop, GError **error)
{
  g_autofree char *name = gr_setting_store_get (shop->database, GR_SETTING_SHOP_NAME, "", error);
  g_autofree char *currency = NULL;

  if (name == NULL)
    return FALSE;
  currency = gr_setting_store_get (shop->database, GR_SETTING_CURRENCY, DEFAULT_CURRENCY, error);
  if (currency == NULL)
    return FALSE;
  g_free (shop->name);
  g_free (shop->currency);
  shop->name = g_steal_pointer (&name);
  shop->currency = g_steal_pointer (&currency);
  shop->currency_digits = gr_currency_digits (shop->currency);
  shop->service_level = gr_setting_store_get_double (shop->database, GR_SETTING_SERVICE_LEVEL, DEFAULT_SERVICE_LEVEL);
  return TRUE;
}

/* Takes over @database. */
static GrShop *
shop_on (GrDatabase *database, GrClock clock, GError **error)
{
  g_autoptr (GrShop) shop = NULL;

  if (database == NULL)
    return NULL;
  shop = g_object_new (GR_TYPE_SHOP, NULL);
  shop->database = database;
  shop->clock = clock;
  return load_settings (shop, error) ? g_steal_pointer (&shop) : NULL;
}

/**
 * gr_shop_open:
 *
 * Opens the shop in the file @path. Fails where there is none, it is no shop, damaged, or written by a newer program.
 */
GrShop *
gr_shop_open (const char *path, GrClock clock, GError **error)
{
  return shop_on (gr_shop_file_open (path, error), clock, error);
}

/**
 * gr_shop_borrow:
 *
 * Returns: (transfer full): another shop on the same file, for another thread; to be given to gr_shop_give_back()
 */
GrShop *
gr_shop_borrow (GrShop *shop, GError **error)
{
  g_autoptr (GrShop) other = NULL;

  g_mutex_lock (&shop->mutex);
  other = g_steal_pointer (&shop->idle);
  g_mutex_unlock (&shop->mutex);
  if (other == NULL)
    return shop_on (gr_database_open_again (shop->database, FALSE, error), shop->clock, error);
  return load_settings (other, error) ? g_steal_pointer (&other) : NULL;
}

/**
 * gr_shop_give_back:
 * @other: (transfer full): from gr_shop_borrow(); kept for the next who borrows where @is_kept
 */
void
gr_shop_give_back (GrShop *shop, GrShop *other, gboolean is_kept)
{
  GrShop *surplus = other;

  g_mutex_lock (&shop->mutex);
  if (is_kept && shop->idle == NULL) {
    shop->idle = other;
    surplus = NULL;
  }
  g_mutex_unlock (&shop->mutex);
  g_clear_object (&surplus);
}

static gboolean
write_names (GrShop *shop, const char *name, const char *currency, GError **error)
{
  return gr_setting_store_set (shop->database, GR_SETTING_SHOP_NAME, name, error) &&
         gr_setting_store_set (shop->database, GR_SETTING_CURRENCY, currency, error);
}

static gboolean
check_names (const char *name, const char *currency, GError **error)
{
  if (name == NULL || *name == '\0' || !g_utf8_validate (name, -1, NULL)) {
    g_set_error_literal (error, GR_ERROR, GR_ERROR_INVALID, _ ("A shop needs a name"));
    return FALSE;
  }
  if (currency == NULL || !gr_currency_is_valid (currency)) {
    g_set_error (error, GR_ERROR, GR_ERROR_INVALID, _ ("“%s” is no currency; write three letters such as EUR"),
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

  if (!check_names (name, currency, error))
    return NULL;
  shop = shop_on (gr_shop_file_create (path, error), clock, error);
  if (shop == NULL || !gr_shop_begin_deed (shop, "new-shop", _ ("New shop"), error))
    return NULL;
  if (!gr_shop_end_deed (shop, write_names (shop, name, currency, error), NULL, error))
    return NULL;
  return g_steal_pointer (&shop);
}

const char *
gr_shop_path (GrShop *shop)
{
  return gr_database_path (shop->database);
}

const char *
gr_shop_name (GrShop *shop)
{
  return shop->name;
}

const char *
gr_shop_currency (GrShop *shop)
{
  return shop->currency;
}

int
gr_shop_currency_digits (GrShop *shop)
{
  return shop->currency_digits;
}

GrDate
gr_shop_today (GrShop *shop)
{
  return gr_clock_today (shop->clock);
}

GrClock
gr_shop_clock (GrShop *shop)
{
  return shop->clock;
}

/**
 * gr_shop_warning:
 *
 * Returns: (nullable): what the owner should know about the place where the file lies, in words
 */
const char *
gr_shop_warning (GrShop *shop)
{
  return gr_database_warning (shop->database);
}

GrDatabase *
gr_shop_database (GrShop *shop)
{
  return shop->database;
}

/**
 * gr_shop_service_level:
 *
 * Returns: the share of order cycles without a stock-out that the shop aims at, above 0 and below 1
 */
double
gr_shop_service_level (GrShop *shop)
{
  return shop->service_level;
}

gboolean
gr_shop_rename (GrShop *shop, const char *name, const char *currency, GError **error)
{
  g_autofree char *title = NULL;

  if (!check_names (name, currency, error))
    return FALSE;
  title = g_strdup_printf (_ ("Name the shop “%s”"), name);
  if (!gr_shop_begin_deed (shop, "rename-shop", title, error))
    return FALSE;
  return gr_shop_end_deed (shop, write_names (shop, name, currency, error), NULL, error);
}

static gboolean
write_family_level (GrShop *shop, const char *name, double level, GError **error)
{
  GrFamily family = {.service_level = level};

  if (!gr_family_store_find (shop->database, name, &family.id, error))
    return FALSE;
  if (family.id == 0) {
    g_set_error (error, GR_ERROR, GR_ERROR_NOT_FOUND, _ ("There is no family “%s”"), name);
    return FALSE;
  }
  family.name = (char *) name;
  return gr_family_store_save (shop->database, &family, error);
}

static gboolean
write_level (GrShop *shop, const char *family, double level, GError **error)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  if (family != NULL)
    return write_family_level (shop, family, level, error);
  return gr_setting_store_set (
      shop->database, GR_SETTING_SERVICE_LEVEL, g_ascii_dtostr (text, sizeof text, level), error);
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
        error, GR_ERROR, GR_ERROR_INVALID, _ ("A service level lies between 0 and 100 per cent, and is neither"));
    return FALSE;
  }
  title = family != NULL ? g_strdup_printf (_ ("Service level of %s: %.1f %%"), family, level * 100)
                         : g_strdup_printf (_ ("Service level of the shop: %.1f %%"), level * 100);
  if (!gr_shop_begin_deed (shop, "set-service-level", title, error))
    return FALSE;
  return gr_shop_end_deed (shop, write_level (shop, family, level, error) && gr_replan_all (shop, error), NULL, error);
}

GrDeedHead
gr_shop_deed_head (GrShop *shop, const char *kind, const char *title)
{
  return (GrDeedHead){kind, title, g_get_user_name(), gr_clock_now (shop->clock), gr_shop_today (shop)};
}

gboolean
gr_shop_begin_deed (GrShop *shop, const char *kind, const char *title, GError **error)
{
  GrDeedHead head = gr_shop_deed_head (shop, kind, title);

  return gr_deed_begin (shop->database, &head, error);
}

/**
 * gr_shop_end_deed:
 * @is_done: what the deed's body said; where %FALSE, @error is set already and the file stays as it was
 * @deed_id: (out) (optional):
 *
 * Returns: whether the deed is in the file, safely
 */
gboolean
gr_shop_end_deed (GrShop *shop, gboolean is_done, gint64 *deed_id, GError **error)
{
  GrNouns nouns = 0;

  if (!is_done) {
    gr_deed_abandon (shop->database);
    return FALSE;
  }
  if (!gr_deed_finish (shop->database, deed_id, &nouns, error))
    return FALSE;
  gr_shop_announce (shop, gr_nouns_with_plan (nouns));
  return TRUE;
}

/**
 * gr_shop_announce:
 *
 * Tells everyone who shows this shop what has changed; settings are read anew first.
 */
void
gr_shop_announce (GrShop *shop, GrNouns what)
{
  if (what == GR_NOUN_NONE)
    return;
  if (what & GR_NOUN_SETTINGS)
    load_settings (shop, NULL);
  shop->announced |= what;
  g_signal_emit (shop, signals[CHANGED], 0, (guint) what);
}

GrNouns
gr_shop_take_announced (GrShop *shop)
{
  GrNouns announced = shop->announced;

  shop->announced = GR_NOUN_NONE;
  return announced;
}

/**
 * gr_shop_notice_others:
 *
 * Announces everything where another program wrote to the file since the last look. Cheap enough for every second.
 */
void
gr_shop_notice_others (GrShop *shop)
{
  if (gr_database_changed_elsewhere (shop->database))
    gr_shop_announce (shop, GR_NOUN_ALL);
}
