#include "effect-explanation.h"

#include "domain/plan/explanation.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MOST_EVENTS_TOLD 3

#define MINUS "\xe2\x88\x92"

/**
 * gr_effect_explanation_number:
 *
 * Returns: (transfer full): a number as people write it: enough digits to redo the sum, no more, with a true minus
 */
char *
gr_effect_explanation_number (double value)
{
  double size = fabs (value);
  g_autofree char *number = size < 1e9 && size == floor (size) ? g_strdup_printf ("%.0f", size)
                                                               : g_strdup_printf (size >= 100 ? "%.1f" : "%.4g", size);

  return g_strconcat (value < 0 ? MINUS : "", number, NULL);
}

/**
 * gr_effect_explanation_factor:
 * @is_sum: whether @value is added, else it multiplies
 *
 * Returns: (transfer full): "× 1.2", "+ 3", "− 3"
 */
char *
gr_effect_explanation_factor (double value, gboolean is_sum)
{
  g_autofree char *number = gr_effect_explanation_number (is_sum ? fabs (value) : value);

  return g_strconcat (!is_sum ? "\xc3\x97" : value < 0 ? MINUS : "+", "\u00a0", number, NULL);
}

/* Which weeks or months hold an event, and what it does to them: the first few. */
static void
add_events (const GrForecast *forecast, GrGrain grain, GPtrArray *lines)
{
  int n_told = 0;

  for (int h = 0; h < forecast->horizon && n_told < MOST_EVENTS_TOLD; h++) {
    g_autofree char *label = NULL;

    if (forecast->event_effect[h] == 1)
      continue;
    label = g_strdup_printf (
        grain == GR_GRAIN_WEEK ? _ ("Event in forecast week %d") : _ ("Event in forecast month %d"), h + 1);
    gr_explanation_lines_take (lines, label, gr_effect_explanation_factor (forecast->event_effect[h], FALSE), NULL);
    n_told++;
  }
}

static void
add_days (const GrForecast *forecast, GrGrain grain, GPtrArray *lines)
{
  gboolean is_alike = TRUE;

  for (int h = 0; h < forecast->horizon; h++)
    is_alike = is_alike && forecast->day_effect[h] == 1;
  if (!is_alike)
    gr_explanation_lines_take (lines, _ ("Open days"), gr_effect_explanation_factor (forecast->day_effect[0], FALSE),
        grain == GR_GRAIN_WEEK ? _ ("open days in the first week, compared with the usual number")
                               : _ ("open days in the first month, compared with the usual number"));
}

/**
 * gr_effect_explanation_add:
 *
 * Adds a line for each influence that the forecast knows of. Translated.
 */
void
gr_effect_explanation_add (const GrForecast *forecast, GrGrain grain, GPtrArray *lines)
{
  add_events (forecast, grain, lines);
  add_days (forecast, grain, lines);
  if (forecast->outside_effect[0] != (forecast->adds_effects ? 0 : 1))
    gr_explanation_lines_take (lines, _ ("Effect of other factors"),
        gr_effect_explanation_factor (forecast->outside_effect[0], forecast->adds_effects),
        _ ("measured from past sales"));
  if (forecast->shift_at >= 0) {
    g_autofree char *since = g_strdup_printf (grain == GR_GRAIN_WEEK ? _ ("sales since week %d of the sales history")
                                                                     : _ ("sales since month %d of the sales history"),
        forecast->shift_at + 1);

    gr_explanation_lines_take (
        lines, _ ("Change of level"), gr_effect_explanation_factor (forecast->shift_ratio, FALSE), since);
  }
}
