#pragma once

#include "domain/plan/event-effect.h"
#include "domain/plan/event.h"

/**
 * GrEventLesson:
 * @name: the event's key, see gr_event_key()
 * @family: what it did to the other items of the item's family
 * @elsewhere: what it did to all others
 *
 * What an item can know of an event from others.
 */
typedef struct {
  char *name;
  GrEventTally family;
  GrEventTally elsewhere;
} GrEventLesson;

GArray *gr_event_lessons_new (void);
GPtrArray *gr_event_names (const GPtrArray *events);
const GrEventLesson *gr_event_lessons_find (const GArray *lessons, const GrEvent *event);
double gr_event_lesson_effect (const GrEventLesson *lesson, double assumed);
