#include "act-bar.h"

#include "app/chart/widgets/wrap-layout.h"
#include "app/compat.h"

#define SPACING 6

/**
 * GrActBar:
 *
 * Buttons side by side, in as many rows as they need, for what can be done with the thing that is on show.
 */
struct _GrActBar {
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (GrActBar, gr_act_bar, GTK_TYPE_WIDGET)

static GtkWidget *
find_button (GrActBar *self, const char *action)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  while (child && !g_str_equal (g_object_get_data (G_OBJECT (child), "action"), action))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static GtkWidget *
add_button (GrActBar *self, const char *action)
{
  GtkWidget *button = gtk_button_new();

  g_object_set_data_full (G_OBJECT (button), "action", g_strdup (action), g_free);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  gr_actionable_set_detailed (GTK_ACTIONABLE (button), action);
  return button;
}

static void
show_act (GtkWidget *button, const GrAct *act)
{
  gtk_button_set_label (GTK_BUTTON (button), act->label);
  gtk_widget_set_tooltip_text (button, act->tooltip);
  if (act->is_suggested)
    gtk_widget_add_css_class (button, "suggested-action");
  else
    gtk_widget_remove_css_class (button, "suggested-action");
}

/**
 * gr_act_bar_show:
 * @acts: in this order; no two of them do the same
 *
 * Shows a button for each act and for no other. One that was there already stays, with the focus where it has it.
 */
void
gr_act_bar_show (GrActBar *self, const GrAct *acts, gsize n_acts)
{
  GtkWidget *last = NULL;

  g_return_if_fail (GR_IS_ACT_BAR (self));

  for (gsize i = 0; i < n_acts; i++) {
    GtkWidget *button = find_button (self, acts[i].action);

    if (!button)
      button = add_button (self, acts[i].action);
    show_act (button, &acts[i]);
    gtk_widget_insert_after (button, GTK_WIDGET (self), last);
    gtk_widget_show (button);
    last = button;
  }
  for (GtkWidget *rest = last ? gtk_widget_get_next_sibling (last) : gtk_widget_get_first_child (GTK_WIDGET (self));
       rest; rest = gtk_widget_get_next_sibling (rest))
    gtk_widget_hide (rest);
  gtk_widget_set_visible (GTK_WIDGET (self), n_acts > 0);
}

/**
 * gr_act_bar_press_suggested:
 *
 * Does what most people will do next, where there is such a thing and it can be done.
 */
void
gr_act_bar_press_suggested (GrActBar *self)
{
  g_return_if_fail (GR_IS_ACT_BAR (self));

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_visible (child) && gtk_widget_has_css_class (child, "suggested-action")) {
      gtk_widget_activate (child);
      return;
    }
}

static void
gr_act_bar_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (gr_act_bar_parent_class)->dispose (object);
}

static void
gr_act_bar_class_init (GrActBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gr_act_bar_dispose;
}

static void
gr_act_bar_init (GrActBar *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), gr_wrap_layout_new (SPACING, SPACING));
}
