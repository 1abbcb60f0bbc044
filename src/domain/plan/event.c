#include "event.h"

#include "domain/base/error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What is longer is no event but how things are. */
#define MOST_DAYS 366

/* Characters. */
#define LONGEST_NAME 80

/**
 * gr_event_new:
 *
 * Returns: (transfer full): an event of the whole shop, without a name, days, or an idea of its effect
 */
GrEvent *
gr_event_new (void)
{
  GrEvent *event = g_new0 (GrEvent, 1);

  event->starts_on = event->ends_before = GR_DATE_NONE;
  event->lift_percent = GR_EVENT_LIFT_UNKNOWN;
  return event;
}

GrEvent *
gr_event_copy (const GrEvent *event)
{
  GrEvent *copy = g_memdup2 (event, sizeof *event);

  copy->name = g_strdup (event->name);
  copy->family = g_strdup (event->family);
  copy->item_code = g_strdup (event->item_code);
  return copy;
}

void
gr_event_free (GrEvent *event)
{
  if (event == NULL)
    return;
  g_free (event->name);
  g_free (event->family);
  g_free (event->item_code);
  g_free (event);
}

/* (nullable): what is wrong with its name and whom it touches */
static const char *
find_fault (const GrEvent *event)
{
  if (event->name == NULL || *event->name == '\0')
    return _ ("An event needs a name");
  if (g_utf8_strlen (event->name, -1) > LONGEST_NAME)
    return _ ("An event’s name must have at most 80 characters");
  if (event->family != NULL && event->item_id != 0)
    return _ ("An event applies to a family or an item, not both");
  if (event->starts_on == GR_DATE_NONE || event->ends_before == GR_DATE_NONE)
    return _ ("An event needs a first and a last day");
  if (event->ends_before <= event->starts_on)
    return _ ("An event can’t end before it starts");
  if ((gint64) event->ends_before - event->starts_on > MOST_DAYS)
    return _ ("An event must last at most a year");
  if (event->lift_percent != GR_EVENT_LIFT_UNKNOWN &&
      (event->lift_percent < GR_EVENT_LEAST_LIFT || event->lift_percent > GR_EVENT_MOST_LIFT))
    return _ ("The effect of an event must be between −90% and 900%");
  return NULL;
}

/**
 * gr_event_check:
 *
 * Whether @event may be saved. Fails with %GR_ERROR_INVALID and a sentence that says what is wrong.
 */
gboolean
gr_event_check (const GrEvent *event, GError **error)
{
  const char *fault = find_fault (event);

  if (fault == NULL)
    return TRUE;
  g_set_error_literal (error, GR_ERROR, GR_ERROR_INVALID, fault);
  return FALSE;
}

/**
 * gr_event_key:
 *
 * Returns: (transfer full): what is the same for all events that gr_event_is_same() says are the same
 */
char *
gr_event_key (const GrEvent *event)
{
  return g_utf8_casefold (event->name, -1);
}

/**
 * gr_event_is_same:
 *
 * Returns: whether both are the same event happening twice: their names are the same but for upper and lower case
 */
gboolean
gr_event_is_same (const GrEvent *one, const GrEvent *other)
{
  g_autofree char *left = gr_event_key (one);
  g_autofree char *right = gr_event_key (other);

  return strcmp (left, right) == 0;
}

/**
 * gr_event_touches:
 * @family: (nullable): the item's
 */
gboolean
gr_event_touches (const GrEvent *event, gint64 item_id, const char *family)
{
  if (event->item_id != 0)
    return event->item_id == item_id;
  return event->family == NULL || g_strcmp0 (event->family, family) == 0;
}

/**
 * gr_event_precedence:
 *
 * Returns: of events that share days the one with the higher number says what happens: an item's own comes before its
 *   family's, and that before the shop's
 */
int
gr_event_precedence (const GrEvent *event)
{
  return event->item_id != 0 ? 2 : event->family != NULL ? 1 : 0;
}
