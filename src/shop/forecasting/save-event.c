#include "known-events.h"

#include "shop/base/shop-deed.h"

#include "domain/base/error.h"
#include "domain/base/row-merge.h"
#include "store/plans/event-store.h"

#include <glib/gi18n-lib.h>

static gboolean
is_as_saved (const GrEvent *event, const GrEvent *saved)
{
  return g_strcmp0 (event->name, saved->name) == 0 && g_strcmp0 (event->family, saved->family) == 0 &&
         event->item_id == saved->item_id && event->starts_on == saved->starts_on &&
         event->ends_before == saved->ends_before && event->lift_percent == saved->lift_percent;
}

/* @is_news: (out): whether anything would change */
static gboolean
check (GrShop *shop, const GrEvent *event, gboolean *is_news, GError **error)
{
  g_autoptr (GrEvent) saved = NULL;

  *is_news = TRUE;
  if (!gr_event_check (event, error))
    return FALSE;
  if (event->id == 0)
    return TRUE;
  saved = gr_event_store_by_id (gr_shop_database (shop), event->id, error);
  *is_news = saved != NULL && !is_as_saved (event, saved);
  return saved != NULL;
}

/**
 * gr_shop_save_event:
 * @event: with id 0: a new one
 *
 * Notes an event.
 *
 * Returns: its number, or 0 with @error set: %GR_ERROR_INVALID, %GR_ERROR_NOT_FOUND for a family that there is not
 */
gint64
gr_shop_save_event (GrShop *shop, const GrEvent *event, const GrProgress *progress, GError **error)
{
  g_autoptr (GrEvent) copy = gr_event_copy (event);
  g_autofree char *title = NULL;
  gboolean is_news;

  g_strstrip (copy->name != NULL ? copy->name : (copy->name = g_strdup ("")));
  if (!check (shop, copy, &is_news, error))
    return 0;
  if (!is_news)
    return copy->id;
  title = gr_deed_title_new (event->id == 0 ? GR_DEED_NEW_EVENT : GR_DEED_EVENT, copy->name, copy->starts_on);
  if (!gr_shop_begin_deed (shop, "save-event", title, error) ||
      !gr_shop_end_deed (shop, gr_event_store_save (gr_shop_database (shop), copy, error), progress, error))
    return 0;
  return copy->id;
}

static const GrRowField event_fields[] = {
    {N_ ("Name"), GR_FIELD_TEXT, G_STRUCT_OFFSET (GrEvent, name)},
    {N_ ("First day"), GR_FIELD_DATE, G_STRUCT_OFFSET (GrEvent, starts_on)},
    {N_ ("Day after the last"), GR_FIELD_DATE, G_STRUCT_OFFSET (GrEvent, ends_before)},
    {N_ ("Family"), GR_FIELD_TEXT, G_STRUCT_OFFSET (GrEvent, family)},
    {N_ ("Item"), GR_FIELD_LINK, G_STRUCT_OFFSET (GrEvent, item_id)},
    {N_ ("Expected effect on sales"), GR_FIELD_NUMBER, G_STRUCT_OFFSET (GrEvent, lift_percent)},
};

/**
 * gr_shop_edit_event:
 * @shown: the event as it was when it was edited
 *
 * Changes of an event what differs between @shown and @edited, whatever else has become of it since. Fails with
 * %GR_ERROR_CONFLICT where another changed the same to something else, and as gr_shop_save_event() does.
 */
gboolean
gr_shop_edit_event (
    GrShop *shop, const GrEvent *shown, const GrEvent *edited, const GrProgress *progress, GError **error)
{
  const GrRowShape shape = {event_fields, G_N_ELEMENTS (event_fields), gr_shop_currency_digits (shop)};
  g_autoptr (GrEvent) event = gr_event_store_by_id (gr_shop_database (shop), edited->id, error);

  return event != NULL && gr_row_merge (&shape, shown, edited, event, error) &&
         gr_shop_save_event (shop, event, progress, error) != 0;
}

/**
 * gr_shop_remove_event:
 *
 * Forgets an event.
 */
gboolean
gr_shop_remove_event (GrShop *shop, gint64 id, const GrProgress *progress, GError **error)
{
  GrDatabase *database = gr_shop_database (shop);
  g_autoptr (GrEvent) event = gr_event_store_by_id (database, id, error);
  g_autofree char *title = NULL;

  if (event == NULL)
    return FALSE;
  title = gr_deed_title_new (GR_DEED_REMOVE_EVENT, event->name, event->starts_on);
  return gr_shop_begin_deed (shop, "remove-event", title, error) &&
         gr_shop_end_deed (shop, gr_event_store_delete (database, id, error), progress, error);
}
