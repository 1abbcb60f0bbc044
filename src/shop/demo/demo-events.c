#include "demo-events.h"

#include "demo-assortment.h"
#include "demo-demand.h"

#include "domain/plan/event.h"

#include <glib/gi18n-lib.h>

/* What is to come within so many months is in the shop's calendar already. */
#define MONTHS_AHEAD 6

/* What the owner hopes for of an offer that has no past yet. */
#define HOPED_LIFT 80

typedef struct {
  GPtrArray *events;
  GrDate first, today;
} Calendar;

static GrEvent *
add (Calendar *calendar, const char *name, GrDate starts_on, int n_days)
{
  GrEvent *event;

  if (starts_on + n_days <= calendar->first || starts_on > gr_date_add_months (calendar->today, MONTHS_AHEAD))
    return NULL;
  event = gr_event_new();
  event->name = g_strdup (name);
  event->starts_on = starts_on;
  event->ends_before = starts_on + n_days;
  g_ptr_array_add (calendar->events, event);
  return event;
}

static void
add_offer (Calendar *calendar, gint64 item_number, GrDate starts_on)
{
  GrEvent *event = add (calendar, _ ("Two-week offer"), starts_on, 14);

  if (event == NULL)
    return;
  event->item_id = item_number;
  if (starts_on > calendar->today)
    event->lift_percent = HOPED_LIFT;
}

static void
add_year (Calendar *calendar, int year)
{
  gsize n_items, n_families;
  const GrDemoItem *items = gr_demo_items (&n_items);
  const char *const *families = gr_demo_families (&n_families);
  const char *sweets = NULL;
  GrEvent *easter;

  for (gsize i = 0; i < n_items; i++) {
    if (items[i].season == GR_DEMO_EASTER)
      sweets = families[items[i].family];
    if (items[i].fate != GR_DEMO_PROMOTED)
      continue;
    add_offer (calendar, (gint64) i + 1, gr_date_from_ymd (year, 5, 8));
    add_offer (calendar, (gint64) i + 1, gr_date_from_ymd (year, 10, 8));
  }
  easter = add (calendar, _ ("Easter"), gr_demo_easter (year) - 14, 14);
  if (easter != NULL)
    easter->family = g_strdup (_ (sweets));
  add (calendar, _ ("Christmas"), gr_date_from_ymd (year, 12, 8), 17);
}

/**
 * gr_demo_events:
 * @first: the first day of sales
 *
 * Returns: (transfer full) (element-type GrEvent): what the demo shop knows to have moved its sales and to move them
 *   within half a year; items are named by their number in the assortment, from 1
 */
GPtrArray *
gr_demo_events (GrDate first, GrDate today)
{
  Calendar calendar = {g_ptr_array_new_with_free_func ((GDestroyNotify) gr_event_free), first, today};
  int from, to, month, day;

  gr_date_to_ymd (first, &from, &month, &day);
  gr_date_to_ymd (today, &to, &month, &day);
  for (int year = from; year <= to + 1; year++)
    add_year (&calendar, year);
  return calendar.events;
}
