#pragma once

#include "domain/base/date.h"

/* An owner who has no idea what an event will do; and what an idea may be, in percent. */
#define GR_EVENT_LIFT_UNKNOWN G_MININT32
#define GR_EVENT_LEAST_LIFT   (-90)
#define GR_EVENT_MOST_LIFT    900

/**
 * GrEvent:
 * @name: what a person calls it; events of one name are the same one happening again
 * @family: (nullable): the family that it touches
 * @item_id: the one item that it touches, 0 for more than one; neither: the whole shop
 * @item_code: (nullable): that item's code; only read
 * @starts_on: its first day
 * @ends_before: the day after its last
 * @lift_percent: what the owner expects it to add to the demand of the weeks it fills, 38 for 1.38 times as much;
 *   %GR_EVENT_LIFT_UNKNOWN where they have no idea
 *
 * Days on which more or less is sold than usual for a reason that is known: a promotion, a feast, a price action, a
 * fair, a heat wave.
 */
typedef struct {
  gint64 id;
  char *name;
  char *family;
  gint64 item_id;
  char *item_code;
  GrDate starts_on, ends_before;
  int lift_percent;
} GrEvent;

GrEvent *gr_event_new (void);
GrEvent *gr_event_copy (const GrEvent *event);
void gr_event_free (GrEvent *event);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrEvent, gr_event_free)

gboolean gr_event_check (const GrEvent *event, GError **error);
char *gr_event_key (const GrEvent *event);
gboolean gr_event_is_same (const GrEvent *one, const GrEvent *other);
gboolean gr_event_touches (const GrEvent *event, gint64 item_id, const char *family);
int gr_event_precedence (const GrEvent *event);
