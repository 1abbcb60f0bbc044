#include "planning-list.h"

#include "app/frame/reading.h"
#include "app/models/stock-question.h"
#include "planning-filter.h"
#include "planning-items.h"
#include "planning-survey.h"
#include "app/widgets/typing/first-key.h"
#include "app/widgets/badge.h"
#include "app/widgets/health-chips.h"
#include "app/widgets/access/voice.h"

#include <glib/gi18n.h>

struct _GrPlanningList {
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *items_toggle;
  GtkWidget *families_toggle;
  GtkWidget *family;
  GtkWidget *chips;
  GtkWidget *stack;
  GtkWidget *items_table;
  GtkWidget *families_table;

  GrShop *shop;
  GrPlanningCells cells;
  GrPagedModel *items;
  GrPagedModel *families;
  GrPlanningFilter *filter;
  gint64 wanted_id; /* to be selected once it is in the list */
  guint last_position;
  gboolean wants_focus; /* once there is something to stand on */
  gint64 n_due;
  GrStockQuestion *question; /* asked last and not answered yet */
  GrPlanningSurvey *survey;
  gboolean is_filling;
};

enum { SELECTED, ACTIVATED, TICKED, SURVEYED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GrPlanningList, gr_planning_list, GTK_TYPE_WIDGET)

static gboolean
shows_families (GrPlanningList *self)
{
  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->families_toggle));
}

static gboolean
has_focus (GrPlanningList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  return focus && gtk_widget_is_ancestor (focus, self->items_table);
}

static void
ask_question (GrPlanningList *self, gboolean wants_totals, gboolean is_same_list)
{
  GrIdQuestion question = {gr_stock_question_find, NULL, gr_stock_question_unref, is_same_list};
  GrStockFilter filter;
  gboolean still_wants_totals = self->question && self->question->wants_totals;

  if (!self->shop || self->is_filling)
    return;
  filter = gr_planning_filter_read (self->filter, GR_TABLE (self->items_table), gr_shop_today (self->shop));
  self->wants_focus = self->wants_focus || has_focus (self); /* the line that has it may go */
  g_clear_pointer (&self->question, gr_stock_question_unref);
  self->question = gr_stock_question_new (&filter, wants_totals || still_wants_totals);
  question.query = gr_stock_question_ref (self->question);
  gr_paged_model_query (self->items, self->shop, &question);
}

static void
ask (GrPlanningList *self)
{
  ask_question (self, FALSE, FALSE);
}

static void
ask_and_count (GrPlanningList *self)
{
  ask_question (self, TRUE, FALSE);
}

static void
surveyed (gpointer list, gint64 n_due)
{
  GrPlanningList *self = list;

  self->n_due = n_due;
  g_signal_emit (self, signals[SURVEYED], 0);
}

/* Selection */

static void
items_loaded_cb (GrPlanningList *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));

  if (self->question && self->question->wants_totals)
    gr_planning_filter_count (self->filter, &self->question->totals);
  g_clear_pointer (&self->question, gr_stock_question_unref);
  if (self->wanted_id != 0 && gr_paged_model_select (self->items, self->wanted_id))
    gr_table_scroll_to (GR_TABLE (self->items_table), self->wanted_id);
  else if (gr_paged_model_get_selected (self->items) == 0 && n > 0)
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->items), MIN (self->last_position, n - 1), TRUE);
  self->wanted_id = 0;
  if (self->wants_focus && n > 0 && !has_focus (self))
    gr_planning_list_focus (self);
  self->wants_focus = self->wants_focus && n == 0;
  g_signal_emit (self, signals[SELECTED], 0);
}

static void
items_selected_cb (GrPlanningList *self)
{
  gint64 id = gr_paged_model_get_selected (self->items);

  if (id != 0)
    self->last_position = gr_paged_model_position_of (self->items, id);
  g_signal_emit (self, signals[SELECTED], 0);
}

static void
families_loaded_cb (GrPlanningList *self)
{
  if (gr_paged_model_get_selected (self->families) == 0)
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->families), 0, TRUE);
  if (shows_families (self))
    g_signal_emit (self, signals[SELECTED], 0);
}

static void
list_toggled_cb (GrPlanningList *self)
{
  gboolean is_families = shows_families (self);

  gtk_stack_set_visible_child (GTK_STACK (self->stack), is_families ? self->families_table : self->items_table);
  gr_planning_filter_set_shown (self->filter, !is_families);
  g_signal_emit (self, signals[SELECTED], 0);
}

static void
activated_cb (GrPlanningList *self, gint64 id)
{
  g_signal_emit (self, signals[ACTIVATED], 0, id);
}

static void
ticks_changed (gpointer list)
{
  g_signal_emit (list, signals[TICKED], 0);
}

/**
 * gr_planning_list_tick_selected:
 *
 * Chooses the suggestion of the selected item, or no longer does.
 */
void
gr_planning_list_tick_selected (GrPlanningList *self)
{
  gint64 id = gr_planning_list_get_item (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = id != 0 && self->shop ? gr_shop_suggestions_of_item (self->shop, id, &error) : NULL;

  if (error)
    gr_reading_failed (self, error);
  if (!found || found->len == 0)
    return;
  gr_planning_ticks_turn (self->cells.ticks, id);
  gr_paged_model_refresh (self->items);
}

void
gr_planning_list_untick_all (GrPlanningList *self)
{
  g_return_if_fail (GR_IS_PLANNING_LIST (self));

  if (!gr_planning_ticks_clear (self->cells.ticks))
    return;
  gr_paged_model_refresh (self->items);
  g_signal_emit (self, signals[TICKED], 0);
}

/**
 * gr_planning_list_get_ticked:
 *
 * Returns: (transfer full): the ids (gint64) of the items whose suggestions are chosen
 */
GArray *
gr_planning_list_get_ticked (GrPlanningList *self)
{
  g_return_val_if_fail (GR_IS_PLANNING_LIST (self), NULL);
  return gr_planning_ticks_list (self->cells.ticks);
}

/**
 * gr_planning_list_get_item:
 *
 * Returns: the selected item, 0 where there is none or families are shown
 */
gint64
gr_planning_list_get_item (GrPlanningList *self)
{
  g_return_val_if_fail (GR_IS_PLANNING_LIST (self), 0);
  return shows_families (self) ? 0 : gr_paged_model_get_selected (self->items);
}

/**
 * gr_planning_list_get_family:
 *
 * Returns: (nullable) (transfer none): the selected family, where families are shown
 */
const GrPlanningFamilyRow *
gr_planning_list_get_family (GrPlanningList *self)
{
  g_return_val_if_fail (GR_IS_PLANNING_LIST (self), NULL);
  return shows_families (self) ? gr_planning_families_selected (self->families) : NULL;
}

static void
choose_filters (GrPlanningList *self, int chip, gint64 family_id)
{
  self->is_filling = TRUE;
  gr_planning_filter_choose (self->filter, chip, family_id);
  self->is_filling = FALSE;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->items_toggle), TRUE);
  ask_and_count (self);
}

/**
 * gr_planning_list_show_item:
 *
 * Selects an item, whatever the filters were.
 */
void
gr_planning_list_show_item (GrPlanningList *self, gint64 item_id)
{
  g_return_if_fail (GR_IS_PLANNING_LIST (self));

  self->wanted_id = item_id;
  choose_filters (self, GR_HEALTH_CHIP_ALL, 0);
}

/**
 * gr_planning_list_show_family:
 * @family_id: 0 for all
 *
 * Lists the items of a family.
 */
void
gr_planning_list_show_family (GrPlanningList *self, gint64 family_id)
{
  g_return_if_fail (GR_IS_PLANNING_LIST (self));

  self->last_position = 0;
  choose_filters (self, GR_HEALTH_CHIP_ALL, family_id);
}

void
gr_planning_list_show_all (GrPlanningList *self)
{
  gr_planning_list_show_family (self, 0);
}

gint64
gr_planning_list_count_due (GrPlanningList *self)
{
  g_return_val_if_fail (GR_IS_PLANNING_LIST (self), 0);
  return self->n_due;
}

/**
 * gr_planning_list_focus:
 *
 * Puts the keyboard on the list, now or when it is there.
 */
void
gr_planning_list_focus (GrPlanningList *self)
{
  g_return_if_fail (GR_IS_PLANNING_LIST (self));

  self->wants_focus =
      g_list_model_get_n_items (G_LIST_MODEL (shows_families (self) ? self->families : self->items)) == 0;
  if (!self->wants_focus)
    gr_table_focus (GR_TABLE (shows_families (self) ? self->families_table : self->items_table));
}

void
gr_planning_list_search (GrPlanningList *self, const char *text)
{
  g_return_if_fail (GR_IS_PLANNING_LIST (self));

  gr_planning_filter_set_search (self->filter, text);
  self->last_position = 0;
  if (*text)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->items_toggle), TRUE);
  ask_and_count (self);
}

/**
 * gr_planning_list_refresh:
 *
 * Reads everything again.
 */
void
gr_planning_list_refresh (GrPlanningList *self)
{
  g_return_if_fail (GR_IS_PLANNING_LIST (self));

  self->is_filling = TRUE;
  gr_planning_filter_fill (self->filter, self->shop);
  self->is_filling = FALSE;
  gr_planning_filter_set_shown (self->filter, !shows_families (self));
  gr_paged_model_refresh (self->items);
  ask_question (self, TRUE, TRUE);
  if (self->shop)
    gr_planning_survey_ask (self->survey, self->shop);
}

/**
 * gr_planning_list_begin_anew:
 *
 * Nothing is selected, and the first line will be: a first plan gives the list its order.
 */
void
gr_planning_list_begin_anew (GrPlanningList *self)
{
  g_return_if_fail (GR_IS_PLANNING_LIST (self));

  self->last_position = 0;
  gr_paged_model_clear (self->items);
}

/**
 * gr_planning_list_set_shop:
 * @shop: (nullable): what to list from now on; nothing is read yet
 */
void
gr_planning_list_set_shop (GrPlanningList *self, GrShop *shop)
{
  g_return_if_fail (GR_IS_PLANNING_LIST (self));

  gr_planning_survey_forget (self->survey);
  g_clear_pointer (&self->question, gr_stock_question_unref);
  g_set_object (&self->shop, shop);
  self->cells.shop = shop;
  self->n_due = 0;
  gr_planning_ticks_clear (self->cells.ticks);
  gr_planning_list_begin_anew (self);
  gr_paged_model_clear (self->families);
  if (!shop)
    return;
  gr_table_set_unit (GR_TABLE (self->items_table), "risk", gr_shop_currency (shop));
  gr_table_set_unit (GR_TABLE (self->families_table), "risk", gr_shop_currency (shop));
}

static void
gr_planning_list_dispose (GObject *object)
{
  GrPlanningList *self = GR_PLANNING_LIST (object);

  gr_planning_survey_forget (self->survey);
  if (self->items)
    g_signal_handlers_disconnect_by_data (self->items, self);
  if (self->families)
    g_signal_handlers_disconnect_by_data (self->families, self);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->items);
  g_clear_object (&self->families);
  g_clear_object (&self->shop);
  G_OBJECT_CLASS (gr_planning_list_parent_class)->dispose (object);
}

static void
gr_planning_list_finalize (GObject *object)
{
  GrPlanningList *self = GR_PLANNING_LIST (object);

  gr_planning_survey_free (self->survey); /* not sooner: one under way comes back to it */
  g_clear_pointer (&self->question, gr_stock_question_unref);
  gr_planning_ticks_free (self->cells.ticks);
  gr_planning_filter_free (self->filter);
  G_OBJECT_CLASS (gr_planning_list_parent_class)->finalize (object);
}

static void
install_signals (GType type)
{
  signals[SELECTED] = g_signal_new ("selected", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ACTIVATED] =
      g_signal_new ("activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[TICKED] = g_signal_new ("ticked", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SURVEYED] = g_signal_new ("surveyed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
gr_planning_list_class_init (GrPlanningListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gr_planning_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = gr_planning_list_finalize;
  install_signals (GR_TYPE_PLANNING_LIST);
  g_type_ensure (GR_TYPE_CHIPS);
  g_type_ensure (GR_TYPE_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/granary/Granary/pages/planning/planning-list.ui");
  gtk_widget_class_bind_template_child (widget_class, GrPlanningList, box);
  gtk_widget_class_bind_template_child (widget_class, GrPlanningList, items_toggle);
  gtk_widget_class_bind_template_child (widget_class, GrPlanningList, families_toggle);
  gtk_widget_class_bind_template_child (widget_class, GrPlanningList, family);
  gtk_widget_class_bind_template_child (widget_class, GrPlanningList, chips);
  gtk_widget_class_bind_template_child (widget_class, GrPlanningList, stack);
  gtk_widget_class_bind_template_child (widget_class, GrPlanningList, items_table);
  gtk_widget_class_bind_template_child (widget_class, GrPlanningList, families_table);
  gtk_widget_class_bind_template_callback (widget_class, ask);
  gtk_widget_class_bind_template_callback (widget_class, ask_and_count);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_toggled_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
connect_models (GrPlanningList *self)
{
  g_signal_connect_object (self->items, "loaded", G_CALLBACK (items_loaded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->items, "selected", G_CALLBACK (items_selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->families, "loaded", G_CALLBACK (families_loaded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->families, "selected", G_CALLBACK (families_loaded_cb), self, G_CONNECT_SWAPPED);
}

static gboolean
tick_key_cb (GtkWidget *table, GVariant *arguments, gpointer list)
{
  gr_planning_list_tick_selected (list);
  return GDK_EVENT_STOP;
}

/* Before the table takes it for itself. */
static void
add_tick_key (GrPlanningList *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_space, 0), gtk_callback_action_new (tick_key_cb, self, NULL)));
  gtk_widget_add_controller (self->items_table, keys);
}

static void
gr_planning_list_init (GrPlanningList *self)
{
  gsize n;
  const GrTableColumn *columns = gr_planning_columns (&n);

  self->cells.ticks = gr_planning_ticks_new (ticks_changed, self);
  self->items = gr_planning_items_new();
  self->families = gr_planning_families_new();
  self->survey = gr_planning_survey_new (G_OBJECT (self), self->families, surveyed);
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gr_voice_give (GTK_WIDGET (self));
  self->filter = gr_planning_filter_new (self->chips, self->family);
  gr_table_set_columns (GR_TABLE (self->items_table), columns, n, &self->cells);
  gr_table_remember (GR_TABLE (self->items_table), "planning");
  gr_table_set_model (GR_TABLE (self->items_table), self->items);
  columns = gr_planning_family_columns (&n);
  gr_table_set_columns (GR_TABLE (self->families_table), columns, n, &self->shop);
  gr_table_remember (GR_TABLE (self->families_table), "planning-families");
  gr_table_set_model (GR_TABLE (self->families_table), self->families);
  gr_table_set_empty (GR_TABLE (self->families_table),
      &(GrTableEmpty){"gr-planning-symbolic", _ ("No items yet"),
          _ ("Import your item list, or drop the file onto this window."), _ ("Import…"), "win.import::"});
  connect_models (self);
  add_tick_key (self);
  gr_first_key_bind (self->items_table, GDK_KEY_Return, GDK_CONTROL_MASK, "page.accept-chosen");
  self->is_filling = FALSE;
}
