#include "event-lessons.h"

#include "forecast/influence/event-pool.h"

#include <math.h>
#include <string.h>

/* Effects are kept in hundredths: what moves them less is no reason to forecast anew. */
#define STEPS_OF_EFFECT 100.0

static void
clear_lesson (gpointer data)
{
  g_free (((GrEventLesson *) data)->name);
}

/**
 * gr_event_lessons_new:
 *
 * Returns: (transfer full) (element-type GrEventLesson): none yet
 */
GArray *
gr_event_lessons_new (void)
{
  GArray *lessons = g_array_new (FALSE, FALSE, sizeof (GrEventLesson));

  g_array_set_clear_func (lessons, clear_lesson);
  return lessons;
}

/**
 * gr_event_names:
 * @events: (nullable) (element-type GrEvent)
 *
 * Returns: (transfer full) (element-type utf8): the keys of the events, each once, see gr_event_key()
 */
GPtrArray *
gr_event_names (const GPtrArray *events)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; events != NULL && i < events->len; i++) {
    char *name = gr_event_key (g_ptr_array_index (events, i));

    if (g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
      g_free (name);
    else
      g_ptr_array_add (names, name);
  }
  return names;
}

/**
 * gr_event_lessons_find:
 * @lessons: (nullable)
 *
 * Returns: (nullable): the one of that event
 */
const GrEventLesson *
gr_event_lessons_find (const GArray *lessons, const GrEvent *event)
{
  g_autofree char *name = lessons != NULL && lessons->len > 0 ? gr_event_key (event) : NULL;

  for (guint i = 0; name != NULL && i < lessons->len; i++) {
    const GrEventLesson *lesson = &g_array_index (lessons, GrEventLesson, i);

    if (strcmp (lesson->name, name) == 0)
      return lesson;
  }
  return NULL;
}

static double
pool (const GrEventTally *tally, double prior)
{
  GrEventEvidence evidence = {
      gr_qty_to_double (tally->actual_qty), gr_qty_to_double (tally->expected_qty), tally->n_weeks};

  return gr_event_pool_effect (&evidence, prior);
}

/**
 * gr_event_lesson_effect:
 * @assumed: what the owner expects it to multiply a week's demand by; 1 without an idea
 *
 * Returns: what it is to be expected to, in hundredths: what it did to the family, drawn towards what it did elsewhere,
 *   and that towards what was assumed, each the more the less was seen, see gr_event_pool_effect()
 */
double
gr_event_lesson_effect (const GrEventLesson *lesson, double assumed)
{
  double effect = pool (&lesson->family, pool (&lesson->elsewhere, assumed));

  return round (effect * STEPS_OF_EFFECT) / STEPS_OF_EFFECT;
}
