#include "app-test.h"

#include "app/widgets/act-bar.h"
#include "app/widgets/badge.h"
#include "app/widgets/banner.h"
#include "app/widgets/chips.h"
#include "app/widgets/edit-row.h"
#include "app/widgets/figures.h"
#include "app/widgets/frame-layout.h"
#include "app/widgets/navigation.h"
#include "app/widgets/split.h"
#include "app/widgets/work-bar.h"
#include "app/widgets/table/cell-entry.h"

#include <locale.h>

/* Destroys the window and proves that the widget goes with it. */
static void
drop (GtkWidget *window, gpointer widget)
{
  g_object_ref (widget);
  gtk_window_destroy (GTK_WINDOW (window));
  app_test_settle();
  g_assert_finalize_object (G_OBJECT (widget));
}

static void
note_int_cb (gpointer widget, int id, int *seen)
{
  *seen = id;
}

static void
test_chips (void)
{
  GrChips *chips = g_object_new (GR_TYPE_CHIPS, NULL);
  GtkWidget *window;
  int seen = -2;

  gr_chips_add (chips, &(GrChip){-1, "All", NULL, NULL, NULL});
  gr_chips_add (chips, &(GrChip){0, "Out", "dialog-error-symbolic", "error", "None left"});
  gr_chips_add (chips, &(GrChip){1, "Late", NULL, NULL, NULL});
  g_signal_connect (chips, "chosen", G_CALLBACK (note_int_cb), &seen);
  window = app_test_show (GTK_WIDGET (chips), 300, 100);
  g_assert_cmpint (gr_chips_get_chosen (chips), ==, -1);
  gr_chips_choose (chips, 1);
  g_assert_cmpint (seen, ==, 1);
  gr_chips_set_count (chips, 0, 0);
  gr_chips_set_count (chips, 1, 0);
  g_assert_false (
      gtk_widget_get_visible (gtk_widget_get_next_sibling (gtk_widget_get_first_child (GTK_WIDGET (chips)))));
  g_assert_true (gtk_widget_get_visible (gtk_widget_get_last_child (GTK_WIDGET (chips)))); /* the chosen one */
  drop (window, chips);
}

static void
refuse_cb (GrEditRow *row, const char *text, int *n)
{
  (*n)++;
  if (g_str_equal (text, "bad"))
    gr_edit_row_refuse (row, "not so");
  else
    gr_edit_row_set_value (row, text);
}

static void
test_edit_row (void)
{
  GtkWidget *row = gr_edit_row_new ("Price");
  GtkWidget *list = gtk_list_box_new();
  GtkWidget *window;
  int n = 0;

  gtk_list_box_append (GTK_LIST_BOX (list), row);
  window = app_test_show (list, 300, 100);
  gtk_widget_set_tooltip_text (row, "For one");
  gr_edit_row_set_value (GR_EDIT_ROW (row), "5");
  g_signal_connect (row, "committed", G_CALLBACK (refuse_cb), &n);
  g_signal_emit_by_name (row, "entry-activated");
  g_assert_cmpint (n, ==, 0); /* nothing else was typed */
  gtk_editable_set_text (GTK_EDITABLE (row), " 6 ");
  g_signal_emit_by_name (row, "entry-activated");
  g_assert_cmpint (n, ==, 1);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "6");
  gtk_editable_set_text (GTK_EDITABLE (row), "bad");
  g_signal_emit_by_name (row, "entry-activated");
  g_assert_true (gtk_widget_has_css_class (row, "error"));
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "Price: not so");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), "Price (EUR)"); /* as when the item is shown anew */
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "Price (EUR): not so");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "bad"); /* what was typed is not lost */
  gr_edit_row_set_value (GR_EDIT_ROW (row), NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "6");
  g_assert_false (gtk_widget_has_css_class (row, "error"));
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "Price (EUR)");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (row), ==, "For one");
  drop (window, row);
}

/* Returns: whether the text took the key; what it does not take goes on to GTK. */
static gboolean
press_key (GtkWidget *text, guint key, GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (text);
  gboolean is_taken = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !is_taken; i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

    if (GTK_IS_EVENT_CONTROLLER_KEY (controller) &&
        gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
      g_signal_emit_by_name (controller, "key-pressed", key, 0, state, &is_taken);
  }
  return is_taken;
}

static void
test_decimal_key (void)
{
  GtkWidget *box = gtk_list_box_new();
  GtkWidget *fields[] = {gr_edit_row_new_number ("Price"), gr_cell_entry_new ("Price", TRUE), gr_edit_row_new ("Name"),
      gr_cell_entry_new ("Name", FALSE)};
  GtkWidget *window;

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    gtk_list_box_append (GTK_LIST_BOX (box), fields[i]);
  window = app_test_show (box, 300, 300);
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++) {
    GtkWidget *text = app_test_find (fields[i], GTK_TYPE_TEXT);

    gtk_editable_set_text (GTK_EDITABLE (text), "3x125");
    gtk_editable_select_region (GTK_EDITABLE (text), 1, 2);
    g_assert_nonnull (setlocale (LC_NUMERIC, "de_DE.UTF-8"));
    g_assert_true (press_key (text, GDK_KEY_KP_Decimal, 0) == (i < 2)); /* words have no decimals */
    if (i < 2) {
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (text)), ==, "3,125");
      g_assert_cmpint (gtk_editable_get_position (GTK_EDITABLE (text)), ==, 2);
      g_assert_false (press_key (text, GDK_KEY_KP_Decimal, GDK_CONTROL_MASK));
      g_assert_false (press_key (text, GDK_KEY_period, 0));
    }
    setlocale (LC_NUMERIC, "");
    if (i < 2) {
      g_assert_true (press_key (text, GDK_KEY_KP_Separator, 0));
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (text)), ==, "3,.125");
    }
  }
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_work_bar (void)
{
  GrWorkBar *bar = g_object_new (GR_TYPE_WORK_BAR, NULL);
  GtkWidget *window = app_test_show (GTK_WIDGET (bar), 400, 100);
  g_autoptr (GCancellable) cancellable = NULL;

  g_assert_false (gr_work_bar_is_busy (bar));
  g_set_object (&cancellable, gr_work_bar_begin (bar, "Counting"));
  g_assert_true (gr_work_bar_is_busy (bar));
  gr_work_bar_report (bar, "Counting sheep", 0.5);
  gr_work_bar_report (bar, NULL, -1);
  gr_work_bar_cancel (bar);
  g_assert_true (g_cancellable_is_cancelled (cancellable));
  g_assert_true (gr_work_bar_is_busy (bar)); /* until the work has ended */
  gr_work_bar_end (bar);
  g_assert_false (gr_work_bar_is_busy (bar));
  drop (window, bar);
}

static void
test_navigation (void)
{
  for (guint form = GR_NAVIGATION_LIST; form <= GR_NAVIGATION_BAR; form++) {
    GrNavigation *navigation = g_object_new (GR_TYPE_NAVIGATION, "form", form, NULL);
    GtkWidget *window, *button;

    gr_navigation_add (navigation, "stock", "Stock", "edit-find-symbolic");
    gr_navigation_add (navigation, "orders", "Orders", "edit-find-symbolic");
    window = app_test_show (GTK_WIDGET (navigation), 300, 300);
    gr_navigation_set_current (navigation, "orders");
    gr_navigation_set_count (navigation, "orders", 3);
    button = gtk_widget_get_last_child (GTK_WIDGET (navigation));
    g_assert_true (gtk_widget_get_state_flags (button) & GTK_STATE_FLAG_CHECKED);
    gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, "Orders, 3 waiting");
    gr_navigation_set_current (navigation, "stock");
    g_assert_false (gtk_widget_get_state_flags (button) & GTK_STATE_FLAG_CHECKED);
    drop (window, navigation);
  }
}

static void
test_frame_layout (void)
{
  GrFrameLayout *frame = g_object_new (GR_TYPE_FRAME_LAYOUT, "sidebar", gtk_label_new ("side"), "rail",
      gtk_label_new ("rail"), "bar", gtk_label_new ("bar"), "content", gtk_label_new ("content"), NULL);
  GtkWidget *window = app_test_show (GTK_WIDGET (frame), 1000, 400);
  static const struct {
    int width;
    GrFrameMode mode;
    const char *seen;
  } cases[] = {{1000, GR_FRAME_WIDE, "sidebar"}, {700, GR_FRAME_MEDIUM, "rail"}, {360, GR_FRAME_NARROW, "bar"}};

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    gtk_widget_size_allocate (GTK_WIDGET (frame), &(GtkAllocation){0, 0, cases[i].width, 400}, -1);
    g_assert_cmpint (gr_frame_layout_get_mode (frame), ==, cases[i].mode);
    for (gsize part = 0; part < G_N_ELEMENTS (cases); part++) {
      g_autoptr (GtkWidget) widget = NULL;

      g_object_get (frame, cases[part].seen, &widget, NULL);
      g_assert_true (gtk_widget_get_child_visible (widget) == (part == i));
    }
  }
  drop (window, frame);
}

static void
test_split (void)
{
  GrSplit *split =
      g_object_new (GR_TYPE_SPLIT, "list", gtk_label_new ("list"), "detail", gtk_label_new ("detail"), NULL);
  GtkWidget *window = app_test_show (GTK_WIDGET (split), 400, 300);

  g_assert_false (gr_split_is_split (split));
  gtk_widget_size_allocate (GTK_WIDGET (split), &(GtkAllocation){0, 0, 1200, 300}, -1);
  g_assert_true (gr_split_is_split (split));
  drop (window, split);
}

static void
test_badge_and_figures (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *badge = gr_badge_new();
  GrFigures *figures = g_object_new (GR_TYPE_FIGURES, NULL);
  GtkWidget *window;

  gtk_box_append (GTK_BOX (box), badge);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (figures));
  for (int health = 0; health < GR_N_HEALTHS; health++) {
    GrBadgeFace face = gr_badge_face_of_health ((GrStockHealth) health);

    g_assert_nonnull (face.text); /* never a colour alone */
    gr_badge_set_face (GR_BADGE (badge), &face);
  }
  gr_figures_set (figures, "On hand", NULL, "5");
  gr_figures_set (figures, "On hand", NULL, "6");
  window = app_test_show (box, 300, 200);
  g_object_ref (badge);
  drop (window, figures);
  g_assert_finalize_object (badge);
}

static void
test_banner (void)
{
  GrBanner *banner = g_object_new (GR_TYPE_BANNER, NULL);
  GtkWidget *window = app_test_show (GTK_WIDGET (banner), 300, 200);

  gr_banner_show_text (banner, "The disk is <full>", "Understood");
  app_test_settle();
  g_assert_cmpint (gtk_widget_get_height (gtk_widget_get_first_child (GTK_WIDGET (banner))), >, 0);
  gr_banner_hide (banner);
  drop (window, banner);
}

/* What stays possible keeps its button, and with it the focus. */
static void
test_act_bar (void)
{
  const GrAct acts[] = {{"Approve", "It is right", "order.approve", TRUE}, {"Cancel", NULL, "order.cancel", FALSE},
      {"Send", NULL, "order.send", FALSE}};
  const GrAct later[] = {acts[2], acts[1]};
  GtkWidget *bar = g_object_new (GR_TYPE_ACT_BAR, NULL);
  GtkWidget *window = app_test_show (bar, 300, 100);
  GtkWidget *cancel;

  gr_act_bar_show (GR_ACT_BAR (bar), acts, 2);
  cancel = gtk_widget_get_last_child (bar);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (cancel)), ==, "Cancel");
  g_assert_true (gtk_widget_has_css_class (gtk_widget_get_first_child (bar), "suggested-action"));
  gr_act_bar_show (GR_ACT_BAR (bar), later, 2);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (gtk_widget_get_first_child (bar))), ==, "Send");
  g_assert_true (gtk_widget_get_next_sibling (gtk_widget_get_first_child (bar)) == cancel);
  g_assert_false (gtk_widget_get_visible (gtk_widget_get_last_child (bar)));
  gr_act_bar_show (GR_ACT_BAR (bar), NULL, 0);
  g_assert_false (gtk_widget_get_visible (bar));
  drop (window, bar);
}

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);
  g_test_add_func ("/widgets/act-bar", test_act_bar);
  g_test_add_func ("/widgets/chips", test_chips);
  g_test_add_func ("/widgets/edit-row", test_edit_row);
  g_test_add_func ("/widgets/decimal-key", test_decimal_key);
  g_test_add_func ("/widgets/work-bar", test_work_bar);
  g_test_add_func ("/widgets/navigation", test_navigation);
  g_test_add_func ("/widgets/frame-layout", test_frame_layout);
  g_test_add_func ("/widgets/split", test_split);
  g_test_add_func ("/widgets/badge-and-figures", test_badge_and_figures);
  g_test_add_func ("/widgets/banner", test_banner);
  return g_test_run();
}
