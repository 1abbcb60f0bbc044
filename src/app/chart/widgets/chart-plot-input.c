/* What mouse, wheel and fingers do to a plot. Keys are the plot's own. */
#include "chart-plot-input.h"

#include <math.h>

/* One notch of the wheel. */
#define WHEEL_ZOOM 1.25
#define WHEEL_PAN  0.08

/* Where the pointer was last, for zooming around it. */
typedef struct {
  GrChartPlot *plot;
  double x;
  double pan_from;   /* left edge when a drag began, buckets */
  double pinch_span; /* visible buckets when a pinch began */
} Input;

static void
motion_cb (GtkEventControllerMotion *controller, double x, double y, Input *input)
{
  input->x = x;
  gr_chart_plot_set_cursor (input->plot, gr_chart_plot_bucket_at (input->plot, x));
}

static void
leave_cb (GtkEventControllerMotion *controller, Input *input)
{
  gr_chart_plot_set_cursor (input->plot, -1);
}

static double
visible_span (GrChartPlot *plot)
{
  const GrChartView *view = gr_chart_plot_get_view (plot);

  return view->to - view->from;
}

/* At its limits the chart leaves the wheel to the page, so that nobody gets caught while scrolling past. */
static gboolean
scroll_cb (GtkEventControllerScroll *controller, double dx, double dy, Input *input)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  GrChartView before = *gr_chart_plot_get_view (input->plot);
  const GrChartView *after;

  if (state & GDK_SHIFT_MASK && dx == 0) {
    dx = dy;
    dy = 0;
  }
  if (fabs (dx) > fabs (dy))
    gr_chart_plot_pan (input->plot, dx * WHEEL_PAN * visible_span (input->plot));
  else
    gr_chart_plot_zoom (input->plot, pow (WHEEL_ZOOM, -dy), gr_chart_plot_position_at (input->plot, input->x));
  after = gr_chart_plot_get_view (input->plot);
  return after->from == before.from && after->to == before.to ? GDK_EVENT_PROPAGATE : GDK_EVENT_STOP;
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, Input *input)
{
  gr_chart_plot_set_cursor (input->plot, gr_chart_plot_bucket_at (input->plot, x));
  input->pan_from = gr_chart_plot_get_view (input->plot)->from;
  gtk_widget_grab_focus (GTK_WIDGET (input->plot));
}

static void
drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, Input *input)
{
  double wanted = input->pan_from - dx / gr_chart_plot_bucket_width (input->plot);

  gr_chart_plot_pan (input->plot, wanted - gr_chart_plot_get_view (input->plot)->from);
}

static void
pinch_begin_cb (GtkGesture *gesture, GdkEventSequence *sequence, Input *input)
{
  input->pinch_span = visible_span (input->plot);
}

static void
pinch_cb (GtkGestureZoom *gesture, double scale, Input *input)
{
  double x = input->x, y;

  gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y);
  gr_chart_plot_zoom (input->plot, visible_span (input->plot) * scale / MAX (input->pinch_span, 1),
      gr_chart_plot_position_at (input->plot, x));
}

/**
 * gr_chart_plot_input_add:
 *
 * The pointer moves the crosshair, the wheel and two fingers zoom around where they are, dragging pans, as does the
 * wheel sideways or with Shift.
 */
void
gr_chart_plot_input_add (GrChartPlot *plot)
{
  GtkWidget *widget = GTK_WIDGET (plot);
  GtkEventController *motion = gtk_event_controller_motion_new();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkGesture *drag = gtk_gesture_drag_new(), *pinch = gtk_gesture_zoom_new();
  Input *input = g_new0 (Input, 1);

  input->plot = plot;
  g_object_set_data_full (G_OBJECT (plot), "gr-chart-plot-input", input, g_free);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), input);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), input);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), input);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), input);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), input);
  g_signal_connect (pinch, "begin", G_CALLBACK (pinch_begin_cb), input);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (pinch_cb), input);
  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, scroll);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));
}
