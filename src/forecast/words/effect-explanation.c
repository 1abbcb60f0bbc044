#include "effect-explanation.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static gboolean
has_outside (const GrForecast *forecast)
{
  return forecast->outside_effect[0] != (forecast->adds_effects ? 0 : 1);
}

/**
 * gr_effect_explanation_append_factors:
 *
 * Appends, to a sentence that works out the first step, what its event, its open days and what was given from outside
 * do to it, in the order in which they are reckoned. Translated.
 */
void
gr_effect_explanation_append_factors (const GrForecast *forecast, GString *text)
{
  /* Translators: these follow “It now stands at 12” and are joined by commas. */
  if (forecast->event_effect[0] != 1)
    g_string_append_printf (text, _ (", times %.4g for its event"), forecast->event_effect[0]);
  if (forecast->day_effect[0] != 1)
    g_string_append_printf (text, _ (", times %.4g for its open days"), forecast->day_effect[0]);
  if (has_outside (forecast) && forecast->adds_effects)
    g_string_append_printf (text, _ (", plus %.4g for what was given from outside"), forecast->outside_effect[0]);
  else if (has_outside (forecast))
    g_string_append_printf (text, _ (", times %.4g for what was given from outside"), forecast->outside_effect[0]);
}

static gboolean
are_days_unlike (const GrForecast *forecast)
{
  for (int h = 0; h < forecast->horizon; h++)
    if (forecast->day_effect[h] != 1)
      return TRUE;
  return FALSE;
}

/**
 * gr_effect_explanation_append_lines:
 *
 * Appends a sentence for each influence that the forecast knows of, a line each. Translated.
 */
void
gr_effect_explanation_append_lines (const GrForecast *forecast, GString *text)
{
  if (are_days_unlike (forecast))
    g_string_append_printf (text,
        _ ("Demand is reckoned by the open day, of which the first step has %.4g times as many as usual.\n"),
        forecast->day_effect[0]);
  if (has_outside (forecast))
    g_string_append_printf (text,
        forecast->adds_effects ? _ ("What was given from outside adds %.4g to the first step, by what it did before.\n")
                               : _ ("What was given from outside makes the first step %.4g times as large, by what it "
                                    "did before.\n"),
        forecast->outside_effect[0]);
  if (forecast->shift_at >= 0)
    g_string_append_printf (text,
        _ ("From bucket %d on the level has been %.4g times what it was; everything before counts as that much.\n"),
        forecast->shift_at + 1, forecast->shift_ratio);
}
