#include "chart-view.h"

#include <math.h>

/* Fewer buckets than this are not a time line any more. */
#define MIN_VISIBLE 8.0

static void
place (GrChartView *view, int n_buckets, double from, double span)
{
  span = CLAMP (span, MIN (MIN_VISIBLE, n_buckets), n_buckets);
  view->from = CLAMP (from, 0, n_buckets - span);
  view->to = view->from + span;
}

/**
 * gr_chart_view_whole:
 *
 * Returns: a view of everything, with no crosshair.
 */
GrChartView
gr_chart_view_whole (int n_buckets)
{
  return (GrChartView){0, n_buckets, 0, -1};
}

/**
 * gr_chart_view_zoom:
 * @factor: above 1 shows less, below 1 shows more
 * @anchor: the position, in buckets, that stays where it is
 *
 * Never shows less than eight buckets nor more than there are.
 */
void
gr_chart_view_zoom (GrChartView *view, int n_buckets, double factor, double anchor)
{
  double span = view->to - view->from;
  double wanted = CLAMP (span / factor, MIN (MIN_VISIBLE, n_buckets), n_buckets);

  anchor = CLAMP (anchor, view->from, view->to);
  place (view, n_buckets, anchor - (anchor - view->from) * wanted / MAX (span, 1e-9), wanted);
}

/**
 * gr_chart_view_pan:
 * @buckets: how far to move, later being positive
 *
 * Stops at either end.
 */
void
gr_chart_view_pan (GrChartView *view, int n_buckets, double buckets)
{
  place (view, n_buckets, view->from + buckets, view->to - view->from);
}

/**
 * gr_chart_view_move_cursor:
 * @to: the bucket, or anything beyond either end for the first or last one
 *
 * Puts the crosshair there and pans as far as is needed to see it.
 */
void
gr_chart_view_move_cursor (GrChartView *view, int n_buckets, int to)
{
  if (n_buckets == 0)
    return;
  view->cursor = CLAMP (to, 0, n_buckets - 1);
  if (view->cursor < view->from)
    gr_chart_view_pan (view, n_buckets, view->cursor - view->from);
  else if (view->cursor + 1 > view->to)
    gr_chart_view_pan (view, n_buckets, view->cursor + 1 - view->to);
}
