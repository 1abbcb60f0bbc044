#include "shop-private.h"

#include "store/catalogue/item-finder.h"
#include "store/catalogue/setting-store.h"
#include "store/file/shop-file.h"

#include <glib/gi18n-lib.h>

#define DEFAULT_CURRENCY      "EUR"
#define DEFAULT_SERVICE_LEVEL 0.95
#define MOST_OTHERS           100

struct _GrShop {
  GObject parent_instance;
  GrDatabase *database;
  GrClock clock;
  char *name;
  char *currency;
  int currency_digits;
  double service_level;
  gboolean is_caught_up_later;
  GrDate today;       /* when it was last looked at */
  GrOwnDeeds *own;    /* shared with those borrowed from here */
  gint64 last_deed;   /* that others were looked for among */
  guint n_own_writes; /* when they were looked for */
  gboolean is_borrowed;
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
  g_clear_pointer (&self->own, gr_own_deeds_unref);
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

/* Where one can't be read, those read before hold. */
static gboolean
load_settings (GrShop *shop, GError **error)
{
  g_autoptr (GHashTable) settings = gr_setting_store_all (shop->database, error);
  const char *name, *currency, *level;

  if (settings == NULL)
    return FALSE;
  name = g_hash_table_lookup (settings, GR_SETTING_SHOP_NAME);
  currency = g_hash_table_lookup (settings, GR_SETTING_CURRENCY);
  level = g_hash_table_lookup (settings, GR_SETTING_SERVICE_LEVEL);
  g_free (shop->name);
  g_free (shop->currency);
  shop->name = g_strdup (name != NULL ? name : "");
  shop->currency = g_strdup (currency != NULL ? currency : DEFAULT_CURRENCY);
  shop->currency_digits = gr_currency_digits (shop->currency);
  shop->service_level = level != NULL ? g_ascii_strtod (level, NULL) : DEFAULT_SERVICE_LEVEL;
  return TRUE;
}

static gboolean
find_last_deed (GrShop *shop, GError **error)
{
  g_autoptr (GPtrArray) last = gr_deed_list (shop->database, 0, 1, error);

  if (last != NULL && last->len > 0)
    shop->last_deed = ((const GrDeed *) last->pdata[0])->id;
  return last != NULL;
}

/**
 * gr_shop_on:
 * @database: (transfer full) (nullable): %NULL where @error is set already
 */
GrShop *
gr_shop_on (GrDatabase *database, GrClock clock, GError **error)
{
  g_autoptr (GrShop) shop = NULL;

  if (database == NULL)
    return NULL;
  shop = g_object_new (GR_TYPE_SHOP, NULL);
  shop->database = database;
  gr_item_finder_prepare (database);
  shop->clock = clock;
  shop->today = gr_clock_today (clock);
  shop->own = gr_own_deeds_new();
  return load_settings (shop, error) && find_last_deed (shop, error) ? g_steal_pointer (&shop) : NULL;
}

/**
 * gr_shop_open:
 *
 * Opens the shop in the file @path. Fails where there is none, it is no shop, damaged, written by a newer program, or
 * has a setting that says no such thing.
 */
GrShop *
gr_shop_open (const char *path, GrClock clock, GError **error)
{
  return gr_shop_on (gr_shop_file_open (path, error), clock, error);
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
    other = gr_shop_on (gr_database_open_again (shop->database, FALSE, error), shop->clock, error);
  else if (!load_settings (other, error))
    return NULL;
  if (other != NULL) {
    other->is_caught_up_later = shop->is_caught_up_later;
    other->is_borrowed = TRUE;
    gr_own_deeds_unref (other->own);
    other->own = gr_own_deeds_ref (shop->own);
  }
  return g_steal_pointer (&other);
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

GrOwnDeeds *
gr_shop_own_deeds (GrShop *shop)
{
  return shop->own;
}

GrDatabase *
gr_shop_database (GrShop *shop)
{
  return shop->database;
}

/**
 * gr_shop_catch_up_later:
 *
 * From now on deeds don't wait for what follows from them for many items; whoever asked for that calls
 * gr_shop_catch_up() when gr_shop_is_behind().
 */
void
gr_shop_catch_up_later (GrShop *shop)
{
  shop->is_caught_up_later = TRUE;
}

/**
 * gr_shop_be_impatient:
 *
 * From now on deeds on this thread fail soon with %GR_ERROR_BUSY where another program holds the file: a window can't
 * stand still meanwhile. Whoever asked for that does them again a little later, or waits after all where there is no
 * later.
 */
void
gr_shop_be_impatient (GrShop *shop, gboolean is_impatient)
{
  gr_database_be_impatient (shop->database, is_impatient);
}

gboolean
gr_shop_catches_up_later (GrShop *shop)
{
  return shop->is_caught_up_later;
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
  if (shop->is_borrowed)
    gr_own_deeds_note_write (shop->own);
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

/* Newest first, at most so many as anybody would want to be told of. */
static GPtrArray *
read_others (GrShop *shop)
{
  g_autoptr (GPtrArray) deeds = gr_deed_list (shop->database, 0, MOST_OTHERS, NULL);
  g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func ((GDestroyNotify) gr_deed_free);
  gint64 last = shop->last_deed;

  for (guint i = 0; deeds != NULL && i < deeds->len; i++) {
    GrDeed *deed = g_steal_pointer (&deeds->pdata[i]);

    shop->last_deed = MAX (shop->last_deed, deed->id);
    if (deed->id > last && !gr_own_deeds_have (shop->own, deed->id))
      g_ptr_array_add (others, deed);
    else
      gr_deed_free (deed);
  }
  return g_steal_pointer (&others);
}

/**
 * gr_shop_notice_others:
 *
 * Announces everything where another program wrote to the file since the last look; what this one's own threads wrote
 * they announce themselves. Cheap enough for every second.
 *
 * Returns: (nullable) (transfer full) (element-type GrDeed): what others did, newest first; %NULL where nothing
 */
GPtrArray *
gr_shop_notice_others (GrShop *shop)
{
  guint n_writes = gr_own_deeds_count_writes (shop->own);
  gboolean has_written = n_writes != shop->n_own_writes;
  g_autoptr (GPtrArray) others = NULL;

  shop->n_own_writes = n_writes;
  if (!gr_database_changed_elsewhere (shop->database))
    return NULL;
  others = read_others (shop);
  if (others->len > 0 || !has_written)
    gr_shop_announce (shop, GR_NOUN_ALL);
  return others->len > 0 ? g_steal_pointer (&others) : NULL;
}

/**
 * gr_shop_notice_day:
 *
 * Announces everything where another day began since the last look: what is late, what is due, how old the plan is.
 *
 * Returns: whether one did
 */
gboolean
gr_shop_notice_day (GrShop *shop)
{
  GrDate today = gr_clock_today (shop->clock);

  if (today == shop->today)
    return FALSE;
  shop->today = today;
  gr_shop_announce (shop, GR_NOUN_ALL);
  return TRUE;
}
