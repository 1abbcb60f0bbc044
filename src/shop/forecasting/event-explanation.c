#include "event-explanation.h"

#include "demand/event/event-lessons.h"
#include "forecast/influence/events.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* One event in one bucket that is to come. */
typedef struct {
  const char *name;
  const GrEventLesson *lesson; /* (nullable) */
  GrGrain grain;
  double effect;
  double ratio; /* what it did to the item itself, in @n past buckets */
  int n;
  double prior;
} Recurrence;

static double
percent_of (double effect)
{
  return 100 * (effect - 1);
}

/* Whose idea counts beside the item's own past. */
static char *
name_prior (const Recurrence *event)
{
  const GrEventLesson *lesson = event->lesson;

  if (lesson != NULL && lesson->family.n_items > 0)
    return g_strdup_printf (ngettext ("the family’s %+.0f %% from %d other item",
                                "the family’s %+.0f %% from %d other items", lesson->family.n_items),
        percent_of (event->prior), lesson->family.n_items);
  if (lesson != NULL)
    return g_strdup_printf (ngettext ("the shop’s %+.0f %% from %d other item",
                                "the shop’s %+.0f %% from %d other items", lesson->elsewhere.n_items),
        percent_of (event->prior), lesson->elsewhere.n_items);
  if (event->prior != 1)
    return g_strdup_printf (_ ("your %+.0f %%"), percent_of (event->prior));
  return g_strdup (_ ("no change, which is assumed until more is known"));
}

/* The sum that a person can redo, left out where the result was brought into bounds. */
static void
append_sum (GString *text, const Recurrence *event)
{
  double mean = exp ((event->n * log (event->ratio) + log (event->prior)) / (event->n + 1));

  if (fabs (mean - event->effect) < 1e-6)
    g_string_append_printf (
        text, ": (%.3f^%d × %.3f)^(1/%d) = %.3f", event->ratio, event->n, event->prior, event->n + 1, event->effect);
}

/* "Promotion: +38 %, from 3 past weeks of its own and the family's +25 % from 12 other items: ..." */
static void
append_recurrence (GString *text, const Recurrence *event)
{
  g_autofree char *prior = name_prior (event);

  if (event->n == 0 && event->lesson == NULL && event->prior == 1) {
    g_string_append_printf (text, _ ("%s: nothing is known of what it does yet.\n"), event->name);
    return;
  }
  g_string_append_printf (text, _ ("%s: %+.0f %%, "), event->name, percent_of (event->effect));
  if (event->n == 0) {
    g_string_append_printf (text, _ ("from %s; it has no past of its own"), prior);
  } else {
    g_string_append_printf (text,
        event->grain == GR_GRAIN_WEEK
            ? ngettext ("from %d past week of its own and %s", "from %d past weeks of its own and %s", event->n)
            : ngettext ("from %d past month of its own and %s", "from %d past months of its own and %s", event->n),
        event->n, prior);
    append_sum (text, event);
  }
  g_string_append (text, ".\n");
}

/**
 * gr_event_explanation_append:
 * @lessons: (element-type GrEventLesson): what @marks learnt
 * @forecast: made with @marks
 *
 * What each event that is to come does, and from what that is known, with the sum; a line for each event.
 */
void
gr_event_explanation_append (
    GString *text, const GrEventMarks *marks, const GArray *lessons, const GrForecast *forecast)
{
  gboolean is_told[GR_N_EVENTS] = {0};

  for (int i = marks->n_past; i < marks->n && marks->codes != NULL; i++) {
    int code = marks->codes[i], h = i - marks->n_past;
    Recurrence event = {.grain = marks->grain,
        .effect = forecast->event_effect[h],
        .ratio = forecast->event_ratio[h],
        .n = forecast->event_count[h],
        .prior = marks->priors[code]};

    if (code == 0 || is_told[code])
      continue;
    is_told[code] = TRUE;
    event.name = marks->held[i]->name;
    event.lesson = gr_event_lessons_find (lessons, marks->held[i]);
    append_recurrence (text, &event);
  }
}
