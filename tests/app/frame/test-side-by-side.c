#include "app-test.h"

#include "app/frame/page-registry.h"
#include "app/frame/window.h"
#include "app/text/format.h"
#include "app/widgets/edit-row.h"

#include "domain/base/error.h"
#include "shop/base/undo-deed.h"
#include "shop/catalogue/item-card.h"
#include "shop/catalogue/save-supplier.h"
#include "shop/purchasing/order-view.h"
#include "shop/purchasing/orders.h"
#include "shop/stock/adjust-stock.h"

/* The window and the terminal's program work in one file at the same time, at random. What the file says in the end is
 * what a list of the acts says: nothing that either did is lost. */

#define N_THINGS 6
#define N_ROUNDS 100
#define SEED     20261128

/* An item, as far as anything is done to it here. */
typedef struct {
  char description[32];
  char unit[16];
  GrPrice price;
  GrQty on_hand;
  GrQty ordered;
} Thing;

/* What was before an act. */
typedef struct {
  int item;
  Thing before;
  gboolean is_own; /* the window's */
} Act;

typedef struct {
  const char *cli;
  GrShop *shop;
  GrSettings *settings;
  GrWindow *window;
  GRand *rand;
  gint64 order;
  char *order_number;
  Thing things[N_THINGS];
  GArray *acts;
  int shown;   /* the item whose page is on screen */
  int n_names; /* so that every name is another */
  int n_conflicts, n_merges, n_undone, n_asked;
} World;

static const char *program; /* of the terminal */

static void
note (World *world, int item, gboolean is_own)
{
  const Act act = {item, world->things[item], is_own};

  g_array_append_val (world->acts, act);
}

static void
take_back (World *world)
{
  const Act *act = &g_array_index (world->acts, Act, world->acts->len - 1);

  world->things[act->item] = act->before;
  g_array_set_size (world->acts, world->acts->len - 1);
  world->n_undone++;
}

/* Of two acts that were done at once, the file knows which came last. */
static void
sort_last_two (World *world)
{
  g_autoptr (GrTurn) last = gr_shop_next_undo (world->shop, NULL);
  Act *acts = &g_array_index (world->acts, Act, world->acts->len - 2);
  Act first = acts[0];

  if (last->is_own == acts[1].is_own)
    return;
  acts[0] = acts[1];
  acts[1] = first;
}

/* The other program */

static GSubprocess *
start (World *world, const char *verb, const char *const *words)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new();
  g_autoptr (GError) error = NULL;
  GSubprocess *process;
  const char *const head[] = {world->cli, "--today", "2026-06-30", "--shop", gr_shop_path (world->shop)};

  for (gsize i = 0; i < G_N_ELEMENTS (head); i++)
    g_ptr_array_add (argv, (char *) head[i]);
  g_ptr_array_add (argv, (char *) verb);
  for (; *words; words++)
    g_ptr_array_add (argv, (char *) *words);
  g_ptr_array_add (argv, NULL);
  process = g_subprocess_newv ((const char *const *) argv->pdata, G_SUBPROCESS_FLAGS_STDOUT_SILENCE, &error);
  g_assert_no_error (error);
  return process;
}

static void
finish (GSubprocess *process)
{
  g_autoptr (GError) error = NULL;

  g_subprocess_wait_check (process, NULL, &error);
  g_assert_no_error (error);
  g_object_unref (process);
}

static GSubprocess *
rename_outside (World *world, Thing *thing, const char *code)
{
  g_autofree char *file = g_strconcat (gr_shop_path (world->shop), ".csv", NULL);
  g_autofree char *text = NULL;
  gboolean is_price = g_rand_boolean (world->rand);

  if (is_price)
    thing->price += 10000 * g_rand_int_range (world->rand, 1, 9);
  else
    g_snprintf (thing->description, sizeof thing->description, "Theirs %d", ++world->n_names);
  text = is_price ? g_strdup_printf ("code,price\n%s,%d.00\n", code, (int) (thing->price / 10000))
                  : g_strdup_printf ("code,description\n%s,%s\n", code, thing->description);
  g_assert_true (g_file_set_contents (file, text, -1, NULL));
  return start (world, "import", (const char *const[]){"items", file, NULL});
}

/* Something to the item, on its way. */
static GSubprocess *
act_outside (World *world, int item)
{
  Thing *thing = &world->things[item];
  g_autofree char *code = g_strdup_printf ("ITEM-%d", item + 1);
  g_autofree char *number = NULL;

  note (world, item, FALSE);
  switch (g_rand_int_range (world->rand, 0, 3)) {
  case 0:
    thing->on_hand += gr_qty_from_units (g_rand_int_range (world->rand, 1, 50));
    number = g_strdup_printf ("%d", (int) (thing->on_hand / GR_QTY_ONE));
    return start (world, "adjust", (const char *const[]){code, number, NULL});
  case 1:
    thing->ordered += gr_qty_from_units (g_rand_int_range (world->rand, 1, 50));
    number = g_strdup_printf ("%d", (int) (thing->ordered / GR_QTY_ONE));
    return start (world, "order", (const char *const[]){"add", world->order_number, code, number, NULL});
  default:
    return rename_outside (world, thing, code);
  }
}

/* The window */

static GtkWidget *
find_row (GtkWidget *root, const char *title)
{
  if (GR_IS_EDIT_ROW (root) && g_str_has_prefix (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), title))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child; child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_row (child, title);

    if (found)
      return found;
  }
  return NULL;
}

static GtkWidget *
find_question (void)
{
  GListModel *windows = gtk_window_get_toplevels();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++) {
    g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

    if (ADW_IS_MESSAGE_DIALOG (window) && gtk_widget_get_visible (window))
      return window;
  }
  return NULL;
}

static gboolean
is_not_waiting (gpointer row)
{
  return !gr_edit_row_is_waiting (row);
}

static gboolean
has_no_question (gpointer unused)
{
  return find_question() == NULL;
}

static gboolean
is_idle (gpointer window)
{
  return !gr_frame_is_busy (window);
}

/* Whether there was a question; the answer is no. */
static gboolean
decline (void)
{
  GtkWidget *question = find_question();

  if (!question)
    return FALSE;
  gtk_window_close (GTK_WINDOW (question)); /* which is to cancel */
  app_test_wait_for (has_no_question, NULL);
  app_test_settle(); /* who asked is told when it is idle */
  return TRUE;
}

/* Types into a field of the item's page, which may show what was: where that is so in this field the window asks, and
 * where it is so in another one that stays as it is. */
static void
type (World *world, int item, const char *field, const char *now, const char *text)
{
  GtkWidget *row = find_row (GTK_WIDGET (gr_frame_get_page (GR_FRAME (world->window))), field);
  gboolean is_stale = !g_str_equal (gtk_editable_get_text (GTK_EDITABLE (row)), now);

  gtk_editable_set_text (GTK_EDITABLE (row), text);
  g_signal_emit_by_name (row, "entry-activated");
  app_test_wait_for (is_not_waiting, row);
  g_assert_cmpint (decline(), ==, is_stale);
  world->n_conflicts += is_stale;
  gr_edit_row_set_value (GR_EDIT_ROW (row), NULL);
}

static void
type_something (World *world, int item)
{
  Thing *thing = &world->things[item];
  Thing after = *thing;
  g_autofree char *shown = NULL;
  g_autofree char *typed = NULL;
  int n_conflicts = world->n_conflicts;

  switch (g_rand_int_range (world->rand, 0, 3)) {
  case 0:
    g_snprintf (after.description, sizeof after.description, "Mine %d", ++world->n_names);
    type (world, item, "Description", thing->description, after.description);
    break;
  case 1:
    g_snprintf (after.unit, sizeof after.unit, "unit %d", ++world->n_names);
    type (world, item, "Unit", thing->unit, after.unit);
    break;
  default:
    after.price += 10000 * g_rand_int_range (world->rand, 1, 9);
    shown = gr_format_price (thing->price, 2);
    typed = gr_format_price (after.price, 2);
    type (world, item, "Selling price", shown, typed);
  }
  if (world->n_conflicts > n_conflicts)
    return;
  note (world, item, TRUE);
  *thing = after;
}

/* As a person does whose button says that another program writes: presses again. */
static void
insist (World *world, gboolean (*deed) (World *world, int item, GError **error), int item)
{
  for (;;) {
    g_autoptr (GError) error = NULL;

    if (deed (world, item, &error))
      return;
    g_assert_error (error, GR_ERROR, GR_ERROR_BUSY);
  }
}

static gboolean
count_more (World *world, int item, GError **error)
{
  return gr_shop_change_stock (world->shop, item + 1, 0, gr_qty_from_units (5), NULL, error);
}

static gboolean
count_less (World *world, int item, GError **error)
{
  return gr_shop_adjust_stock (world->shop, item + 1, 0, world->things[item].on_hand, NULL, error);
}

static gboolean
order_more (World *world, int item, GError **error)
{
  return gr_shop_set_order_line (world->shop, world->order, item + 1, world->things[item].ordered, NULL, error);
}

static void
act_inside (World *world, int item)
{
  Thing *thing = &world->things[item];

  switch (g_rand_int_range (world->rand, 0, 6)) {
  case 0: /* "+5", whatever is there by now */
    note (world, item, TRUE);
    thing->on_hand += gr_qty_from_units (5);
    insist (world, count_more, item);
    break;
  case 1:
    note (world, item, TRUE);
    thing->on_hand += gr_qty_from_units (g_rand_int_range (world->rand, 1, 50));
    insist (world, count_less, item);
    break;
  case 2:
    note (world, item, TRUE);
    thing->ordered += gr_qty_from_units (g_rand_int_range (world->rand, 1, 50));
    insist (world, order_more, item);
    break;
  default:
    type_something (world, item);
  }
}

/* Ctrl+Z: the window's own last act goes at once, another's only when it was asked for. */
static void
undo_inside (World *world)
{
  gboolean is_own = world->acts->len > 0 && g_array_index (world->acts, Act, world->acts->len - 1).is_own;

  if (world->acts->len == 0)
    return;
  app_test_wait_for (is_idle, world->window);
  gtk_widget_activate_action (GTK_WIDGET (world->window), "win.undo", NULL);
  g_assert_cmpint (decline(), ==, !is_own);
  app_test_wait_for (is_idle, world->window);
  if (is_own)
    take_back (world);
  else
    world->n_asked++;
}

static void
undo_outside (World *world)
{
  if (world->acts->len == 0)
    return;
  finish (start (world, "undo", (const char *const[]){NULL}));
  take_back (world);
}

/* Both at once on two items, or one after the other on the same one, which the window may show as it was before. */
static void
play_round (World *world)
{
  guint n_before = world->acts->len;
  gboolean is_same = g_rand_boolean (world->rand);
  GSubprocess *process;
  int other;

  if (g_rand_boolean (world->rand)) {
    world->shown = g_rand_int_range (world->rand, 0, N_THINGS);
    gr_frame_show_item (GR_FRAME (world->window), 1 + world->shown);
  }
  other = (world->shown + (is_same ? 0 : g_rand_int_range (world->rand, 1, N_THINGS))) % N_THINGS;
  process = act_outside (world, other);
  if (is_same)
    finish (process);
  act_inside (world, world->shown);
  if (!is_same)
    finish (process);
  if (!is_same && world->acts->len == n_before + 2)
    sort_last_two (world);
  world->n_merges += is_same && world->acts->len == n_before + 2;
}

/* Reading */

static void
compare (World *world)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GrShop) shop = gr_shop_open (gr_shop_path (world->shop), gr_shop_clock (world->shop), &error);
  g_autoptr (GPtrArray) lines = gr_shop_order_lines (shop, world->order, &error);
  GrQty ordered[N_THINGS] = {0};

  for (guint i = 0; i < lines->len; i++) {
    const GrPurchaseOrderLine *line = lines->pdata[i];

    ordered[line->item_id - 1] = line->ordered_qty;
  }
  for (int i = 0; i < N_THINGS; i++) {
    g_autoptr (GrItemCard) card = gr_shop_item_card (shop, i + 1, &error);
    const Thing *thing = &world->things[i];

    g_assert_no_error (error);
    g_assert_cmpstr (card->item->description, ==, thing->description);
    g_assert_cmpstr (card->item->unit, ==, thing->unit);
    g_assert_cmpint (card->item->unit_price, ==, thing->price);
    g_assert_cmpint (card->on_hand, ==, thing->on_hand);
    g_assert_cmpint (ordered[i], ==, thing->ordered);
  }
}

static void
open_order (World *world)
{
  g_autoptr (GrSupplier) supplier = gr_supplier_new();
  g_autoptr (GrPurchaseOrder) order = NULL;
  g_autoptr (GError) error = NULL;
  gint64 supplier_id;

  supplier->name = g_strdup ("Mill");
  supplier_id = gr_shop_save_supplier (world->shop, supplier, &error);
  world->order = gr_shop_new_order (world->shop, supplier_id, &error);
  order = gr_shop_order (world->shop, world->order, &error);
  g_assert_no_error (error);
  world->order_number = g_strdup (order->number);
}

static void
set_up (World *world, gconstpointer unused)
{
  *world = (World){.cli = program, .shop = app_test_make_shop (N_THINGS), .settings = gr_settings_new()};
  world->rand = g_rand_new_with_seed (SEED);
  world->acts = g_array_new (FALSE, FALSE, sizeof (Act));
  open_order (world);
  for (int i = 0; i < N_THINGS; i++) {
    g_autoptr (GrItemCard) card = gr_shop_item_card (world->shop, i + 1, NULL);
    Thing *thing = &world->things[i];

    g_strlcpy (thing->description, card->item->description, sizeof thing->description);
    g_strlcpy (thing->unit, card->item->unit, sizeof thing->unit);
    thing->price = card->item->unit_price;
  }
  world->window = gr_window_new (NULL, world->settings);
  gtk_window_present (GTK_WINDOW (world->window));
  gr_window_set_shop (world->window, world->shop);
  gr_frame_show_item (GR_FRAME (world->window), 1);
  app_test_settle();
}

static void
tear_down (World *world, gconstpointer unused)
{
  g_object_ref (world->window);
  gtk_window_destroy (GTK_WINDOW (world->window));
  app_test_settle();
  g_assert_finalize_object (world->window);
  g_assert_finalize_object (world->settings);
  app_test_drop_shop (world->shop);
  g_array_unref (world->acts);
  g_rand_free (world->rand);
  g_free (world->order_number);
}

static void
test_side_by_side (World *world, gconstpointer unused)
{
  for (int i = 0; i < N_ROUNDS; i++) {
    play_round (world);
    if (g_rand_int_range (world->rand, 0, 3) == 0)
      undo_inside (world);
    if (g_rand_int_range (world->rand, 0, 8) == 0)
      undo_outside (world);
    if (i % 4 == 0)
      compare (world);
  }
  app_test_wait_for (is_idle, world->window);
  compare (world);
  finish (start (world, "check", (const char *const[]){NULL}));
  g_test_message ("%d conflicts, %d on one item, %d undone, %d asked about", world->n_conflicts, world->n_merges,
      world->n_undone, world->n_asked);
  g_assert_cmpint (world->n_conflicts, >, 2); /* or the test looks at nothing */
  g_assert_cmpint (world->n_merges, >, 20);
  g_assert_cmpint (world->n_undone, >, 10);
  g_assert_cmpint (world->n_asked, >, 2);
}

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);
  program = argv[1];
  g_test_add ("/side-by-side/acts", World, NULL, set_up, test_side_by_side, tear_down);
  return g_test_run();
}
