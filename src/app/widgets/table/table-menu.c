#include "table-menu.h"

#include <glib/gi18n.h>

/* What the actions of one table share; it goes with them. */
typedef struct {
  GtkWidget *table; /* not owned: it owns the actions */
  GrTableState *state;
  GrTableColumnsChosen chosen;
} Choice;

static void
toggled_cb (GSimpleAction *action, GVariant *parameter, const Choice *choice)
{
  g_autoptr (GVariant) state = g_action_get_state (G_ACTION (action));
  gboolean is_hidden = g_variant_get_boolean (state);
  gsize n;
  const GrTableColumn *columns = gr_table_state_get_columns (choice->state, &n);

  for (gsize i = 0; i < n; i++)
    if (g_str_equal (columns[i].id, g_action_get_name (G_ACTION (action))))
      gr_table_state_set_hidden (choice->state, i, is_hidden);
  g_simple_action_set_state (action, g_variant_new_boolean (!is_hidden));
  choice->chosen (choice->table);
}

/**
 * gr_table_menu_new:
 * @state: lives as long as @table
 *
 * The menu of every header: which columns to show, but for those that are always there. Its actions are put into @table
 * as the group "column".
 *
 * Returns: (transfer full)
 */
GMenuModel *
gr_table_menu_new (GtkWidget *table, GrTableState *state, GrTableColumnsChosen chosen)
{
  GMenu *menu = g_menu_new();
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new();
  Choice *choice = g_new (Choice, 1);
  gsize n;
  const GrTableColumn *columns = gr_table_state_get_columns (state, &n);

  *choice = (Choice){table, state, chosen};
  g_object_set_data_full (G_OBJECT (actions), "choice", choice, g_free);
  for (gsize i = 0; i < n; i++) {
    g_autofree char *name = g_strdup_printf ("column.%s", columns[i].id);
    g_autoptr (GSimpleAction) action = NULL;

    if (columns[i].rank == 0)
      continue;
    action = g_simple_action_new_stateful (
        columns[i].id, NULL, g_variant_new_boolean (!gr_table_state_is_hidden (state, i)));
    g_signal_connect (action, "activate", G_CALLBACK (toggled_cb), choice);
    g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (action));
    g_menu_append (menu, _ (columns[i].title), name);
  }
  gtk_widget_insert_action_group (table, "column", G_ACTION_GROUP (actions));
  return G_MENU_MODEL (menu);
}
