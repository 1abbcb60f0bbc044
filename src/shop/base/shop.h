#pragma once

#include "domain/base/clock.h"
#include "domain/base/money.h"
#include "domain/base/progress.h"
#include "domain/book/nouns.h"

#include <gio/gio.h>

/**
 * GrShop:
 *
 * An open shop file and everything a user can do with it: the deeds and readings of this folder take it as
 * their first argument. Not thread-safe: long work runs through gr_shop_run_async(), which hands the job a
 * shop of its own on another thread.
 *
 * Signals: "changed" (GrNouns what), on the main thread after every deed, whoever did it.
 */
#define GR_TYPE_SHOP (gr_shop_get_type())
G_DECLARE_FINAL_TYPE (GrShop, gr_shop, GR, SHOP, GObject)

GrShop *gr_shop_open (const char *path, GrClock clock, GError **error);
GrShop *gr_shop_create (const char *path, const char *name, const char *currency, GrClock clock, GError **error);

const char *gr_shop_path (GrShop *shop);
const char *gr_shop_name (GrShop *shop);
const char *gr_shop_currency (GrShop *shop);
int gr_shop_currency_digits (GrShop *shop);
GrDate gr_shop_today (GrShop *shop);
GrClock gr_shop_clock (GrShop *shop);
const char *gr_shop_warning (GrShop *shop);
gboolean gr_shop_rename (GrShop *shop, const char *name, const char *currency, GError **error);
double gr_shop_service_level (GrShop *shop);
gboolean gr_shop_set_service_level (GrShop *shop, const char *family, double level, GError **error);

void gr_shop_catch_up_later (GrShop *shop);
void gr_shop_be_impatient (GrShop *shop, gboolean is_impatient);
void gr_shop_announce (GrShop *shop, GrNouns what);
GPtrArray *gr_shop_notice_others (GrShop *shop); /* GrDeed */
gboolean gr_shop_notice_day (GrShop *shop);

/**
 * GrShopJob:
 * @shop: a shop on the same file that belongs to the working thread
 *
 * Returns: what gr_shop_run_finish() gives, or %NULL with @error set. Nothing to give is not %NULL but GINT_TO_POINTER
 * (1).
 */
typedef gpointer (*GrShopJob) (GrShop *shop, gpointer data, const GrProgress *progress, GError **error);

/**
 * GrShopWork:
 *
 * A long deed or a slow reading. @progress reaches the main thread. @free_result frees a result nobody fetched.
 */
typedef struct {
  GrShopJob job;
  gpointer data;
  GDestroyNotify free_data;
  GDestroyNotify free_result;
  void (*progress) (const char *what, double fraction, gpointer progress_data);
  gpointer progress_data;
} GrShopWork;

void gr_shop_run_async (
    GrShop *shop, const GrShopWork *work, GCancellable *cancellable, GAsyncReadyCallback done, gpointer user_data);
gpointer gr_shop_run_finish (GrShop *shop, GAsyncResult *result, GError **error);
