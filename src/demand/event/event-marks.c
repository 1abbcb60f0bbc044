#include "event-marks.h"

#include "event-lessons.h"

#include "forecast/influence/events.h"

#include <math.h>

static int
days_in (const GrEvent *event, GrDate from, GrDate before)
{
  return MAX (0, MIN (event->ends_before, before) - MAX (event->starts_on, from));
}

/* Whether the days from @from on and before @before count as the event's: at least half of them are its days,
 *   or at least half of its days lie in them. So every event is held by a week and by a month, and seldom by more than
 *   it fills */
static gboolean
is_held (const GrEvent *event, GrDate from, GrDate before)
{
  int days = days_in (event, from, before);

  return days > 0 && (2 * days >= before - from || 2 * days >= event->ends_before - event->starts_on);
}

/* Of two events that a bucket holds: the more special one, then the one with more days in it, then the earlier one. */
static gboolean
comes_before (const GrEvent *event, const GrEvent *other, GrDate from, GrDate before)
{
  int rank = gr_event_precedence (event) - gr_event_precedence (other);

  return rank != 0 ? rank > 0 : days_in (event, from, before) > days_in (other, from, before);
}

static void
hold (GrEventMarks *marks, const GrEvent *event, GrGrain grain, GrDate start)
{
  int first = MAX (0, gr_grain_between (grain, start, event->starts_on));
  int last = MIN (marks->n - 1, gr_grain_between (grain, start, event->ends_before - 1));

  for (int i = first; i <= last; i++) {
    GrDate from = gr_grain_add (grain, start, i);
    GrDate before = gr_grain_add (grain, from, 1);

    if (is_held (event, from, before) && (marks->held[i] == NULL || comes_before (event, marks->held[i], from, before)))
      marks->held[i] = event;
  }
}

/* What the owner expected of it the last time they had an idea. */
static int
find_lift (const GPtrArray *events, const GrEvent *event)
{
  int lift = event->lift_percent;

  for (guint i = events->len; i > 0 && lift == GR_EVENT_LIFT_UNKNOWN; i--) {
    const GrEvent *other = g_ptr_array_index (events, i - 1);

    if (other->lift_percent != GR_EVENT_LIFT_UNKNOWN && gr_event_is_same (event, other))
      lift = other->lift_percent;
  }
  return lift;
}

/* The share of the days from @from on and before @before that lie in weeks that hold the event. */
static double
share_of_days (const GrEvent *event, GrDate from, GrDate before)
{
  int days = 0;

  for (GrDate week = gr_grain_start (GR_GRAIN_WEEK, event->starts_on); week < event->ends_before; week += 7)
    if (is_held (event, week, week + 7))
      days += MAX (0, MIN (week + 7, before) - MAX (week, from));
  return (double) days / (before - from);
}

/* One number for an event and all its repetitions, in the order in which they first come; 0 beyond the last number. */
static guint8
number_of (GPtrArray *numbered, const GrEvent *event)
{
  for (guint i = 0; i < numbered->len; i++)
    if (gr_event_is_same (g_ptr_array_index (numbered, i), event))
      return (guint8) (i + 1);
  if (numbered->len + 1 >= GR_N_EVENTS)
    return 0;
  g_ptr_array_add (numbered, (gpointer) event);
  return (guint8) numbered->len;
}

/* What a week that holds the event is expected to be multiplied by; NaN where nobody has an idea. */
static double
expect_of_week (const GrEventMarks *marks, const GrEvent *event, const GrEventLesson *lesson)
{
  int lift = find_lift (marks->events, event);
  double assumed = lift != GR_EVENT_LIFT_UNKNOWN ? 1 + lift / 100.0 : NAN;

  return lesson != NULL ? gr_event_lesson_effect (lesson, isnan (assumed) ? 1 : assumed) : assumed;
}

/* The lift is of the weeks that hold the event, so a month gets its part of it; the mean over the buckets ahead, or
 * where it does not recur, over all. */
static void
expect (GrEventMarks *marks, const GArray *lessons)
{
  const GrEventLesson *known[GR_N_EVENTS] = {0};
  double sums[GR_N_EVENTS] = {0};
  int counts[GR_N_EVENTS] = {0};
  gboolean is_seen[GR_N_EVENTS] = {0}, is_ahead[GR_N_EVENTS] = {0};

  for (int i = marks->n - 1; i >= 0; i--) {
    int code = marks->codes[i];
    GrDate from = gr_grain_add (marks->grain, marks->start, i);
    double effect;

    is_ahead[code] = is_ahead[code] || i >= marks->n_past;
    if (code == 0 || (is_ahead[code] && i < marks->n_past))
      continue;
    if (!is_seen[code])
      known[code] = gr_event_lessons_find (lessons, marks->held[i]);
    is_seen[code] = TRUE;
    effect = expect_of_week (marks, marks->held[i], known[code]);
    if (isnan (effect))
      continue;
    sums[code] += 1 + share_of_days (marks->held[i], from, gr_grain_add (marks->grain, from, 1)) * (effect - 1);
    counts[code]++;
  }
  for (int code = 0; code < GR_N_EVENTS; code++)
    marks->priors[code] = counts[code] > 0 ? sums[code] / counts[code] : 1;
}

/**
 * gr_event_marks_init:
 * @events: (nullable) (element-type GrEvent): those that touch whatever the buckets are of, by first day; they outlive
 *   the marks
 * @start: first day of the first bucket
 * @n_buckets: past ones, and those ahead
 *
 * Tells which event each bucket holds, see is_held(); of several, the most special. O(events · buckets of
 * one).
 */
void
gr_event_marks_init (GrEventMarks *marks, const GPtrArray *events, GrGrain grain, GrDate start, const int n_buckets[2])
{
  g_autoptr (GPtrArray) numbered = g_ptr_array_new();

  *marks = (GrEventMarks){
      .grain = grain, .start = start, .n = n_buckets[0] + n_buckets[1], .n_past = n_buckets[0], .events = events};
  if (events == NULL || events->len == 0 || marks->n <= 0)
    return;
  marks->held = g_new0 (const GrEvent *, marks->n);
  marks->codes = g_new0 (guint8, marks->n);
  for (guint i = 0; i < events->len; i++)
    hold (marks, g_ptr_array_index (events, i), grain, start);
  for (int i = 0; i < marks->n; i++)
    if (marks->held[i] != NULL)
      marks->codes[i] = number_of (numbered, marks->held[i]);
  if (numbered->len == 0) {
    gr_event_marks_clear (marks);
    return;
  }
  marks->priors = g_new (double, GR_N_EVENTS);
  expect (marks, NULL);
}

/**
 * gr_event_marks_learn:
 * @lessons: (nullable) (element-type GrEventLesson): what the events did to others
 *
 * Has what they did to others in place of what the owner expects. O(events · buckets of one).
 */
void
gr_event_marks_learn (GrEventMarks *marks, const GArray *lessons)
{
  if (marks->codes != NULL && lessons != NULL && lessons->len > 0)
    expect (marks, lessons);
}

void
gr_event_marks_clear (GrEventMarks *marks)
{
  g_clear_pointer (&marks->codes, g_free);
  g_clear_pointer (&marks->priors, g_free);
  g_clear_pointer (&marks->held, g_free);
}
