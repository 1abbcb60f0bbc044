#include "event-explanation.h"

#include "domain/base/decimal.h"
#include "domain/plan/explanation.h"
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

/* The sum that a person can redo; NULL where the result was brought into bounds. */
static char *
write_sum (const Recurrence *event)
{
  double mean = exp ((event->n * log (event->ratio) + log (event->prior)) / (event->n + 1));

  if (event->n == 0 || !(fabs (mean - event->effect) < 1e-6))
    return NULL;
  return g_strdup_printf (
      "(%.3f^%d × %.3f)^(1/%d) = %.3f", event->ratio, event->n, event->prior, event->n + 1, event->effect);
}

static void
add_own (const Recurrence *event, GPtrArray *lines)
{
  int n = event->n;
  g_autofree char *source =
      g_strdup_printf (event->grain == GR_GRAIN_WEEK
                           ? ngettext ("from %d past week with this event", "from %d past weeks with this event", n)
                           : ngettext ("from %d past month with this event", "from %d past months with this event", n),
          n);

  if (n > 0)
    gr_explanation_lines_take (lines, _ ("Effect on this item"), gr_decimal_change (event->ratio - 1), source);
}

/* Whose idea counts beside the item's own past. */
static void
add_prior (const Recurrence *event, GPtrArray *lines)
{
  const GrEventLesson *lesson = event->lesson;
  gboolean is_family = lesson != NULL && lesson->family.n_items > 0;
  const char *label = is_family ? _ ("Effect on the family") : _ ("Effect on the shop");
  int n = lesson == NULL ? 0 : is_family ? lesson->family.n_items : lesson->elsewhere.n_items;
  g_autofree char *source = g_strdup_printf (ngettext ("from %d other item", "from %d other items", n), n);

  if (lesson != NULL)
    gr_explanation_lines_take (lines, label, gr_decimal_change (event->prior - 1), source);
  else if (event->prior != 1)
    gr_explanation_lines_take (
        lines, _ ("Effect that you expect"), gr_decimal_change (event->prior - 1), _ ("counts like one occurrence"));
}

/* "Promotion: +38%", with the sum, and below it what is known of the item and of others. */
static void
add_recurrence (const Recurrence *event, GPtrArray *lines)
{
  g_autofree char *sum = write_sum (event);

  if (event->n == 0 && event->lesson == NULL && event->prior == 1) {
    gr_explanation_lines_take (lines, event->name, g_strdup (_ ("unknown")), _ ("effect not known yet"));
    return;
  }
  gr_explanation_lines_take (lines, event->name, gr_decimal_change (event->effect - 1), sum);
  add_own (event, lines);
  add_prior (event, lines);
}

/**
 * gr_event_explanation_add:
 * @lessons: (element-type GrEventLesson): what @marks learnt
 * @forecast: made with @marks
 *
 * What each event that is to come does, and from what that is known, with the sum.
 */
void
gr_event_explanation_add (
    GPtrArray *lines, const GrEventMarks *marks, const GArray *lessons, const GrForecast *forecast)
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
    add_recurrence (&event, lines);
  }
}
