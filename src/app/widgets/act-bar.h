#pragma once

#include <gtk/gtk.h>

/**
 * GrAct:
 * @label: a verb, as it is shown
 * @tooltip: (nullable): what it does, in a sentence
 * @action: its name and any target, "order.send" or "win.item(int64 7)"; the button can be pressed where the action can
 * be done
 * @is_suggested: what most people will do next
 */
typedef struct {
  const char *label;
  const char *tooltip;
  const char *action;
  gboolean is_suggested;
} GrAct;

/* What can be done with the thing on show. */
#define GR_TYPE_ACT_BAR (gr_act_bar_get_type())
G_DECLARE_FINAL_TYPE (GrActBar, gr_act_bar, GR, ACT_BAR, GtkWidget)

void gr_act_bar_show (GrActBar *self, const GrAct *acts, gsize n_acts);
void gr_act_bar_press_suggested (GrActBar *self);
