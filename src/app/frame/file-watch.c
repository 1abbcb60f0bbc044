#include "file-watch.h"

#include "app/text/format.h"

#include "domain/book/deed.h"

#include <glib/gi18n.h>

#define LOOK_EVERY_S 1

struct _GrFileWatch {
  GrFrame *frame;
  guint tick_id;
};

static char *
say_others (const GPtrArray *deeds)
{
  const GrDeed *last = g_ptr_array_index (deeds, 0);
  guint n = deeds->len - 1;
  g_autofree char *count = gr_format_count (n);

  if (n == 0)
    return g_strdup_printf (_ ("Changed by %s: %s"), last->who, last->title);
  return g_strdup_printf (/* Translators: who, the last change, how many more */
      ngettext ("Changed by %s: %s, and %s more change", "Changed by %s: %s, and %s more changes", n), last->who,
      last->title, count);
}

/**
 * gr_file_watch_look:
 *
 * Looks now.
 */
void
gr_file_watch_look (GrFileWatch *watch)
{
  GrShop *shop = gr_frame_get_shop (watch->frame);
  g_autoptr (GPtrArray) others = NULL;
  g_autofree char *words = NULL;

  if (!shop)
    return;
  gr_shop_notice_day (shop);
  others = gr_shop_notice_others (shop);
  if (!others)
    return;
  words = say_others (others);
  gr_frame_say (watch->frame, words);
}

static gboolean
tick_cb (gpointer watch)
{
  gr_file_watch_look (watch);
  return G_SOURCE_CONTINUE;
}

/**
 * gr_file_watch_new:
 * @frame: outlives the watch
 */
GrFileWatch *
gr_file_watch_new (GrFrame *frame)
{
  GrFileWatch *watch = g_new (GrFileWatch, 1);

  *watch = (GrFileWatch){frame, g_timeout_add_seconds (LOOK_EVERY_S, tick_cb, watch)};
  return watch;
}

void
gr_file_watch_free (GrFileWatch *watch)
{
  g_source_remove (watch->tick_id);
  g_free (watch);
}
