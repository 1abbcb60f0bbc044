/* A shop whose plan does not know the last changes catches up when it is opened, or the window says so. */
#include "app-test.h"

#include "app/frame/window.h"
#include "app/widgets/banner.h"

#include "shop/base/catch-up.h"
#include "shop/planning/run-plan.h"
#include "store/file/shop-file.h"
#include "store/journal/deed-store.h"
#include "store/plans/plan-pending.h"

#define MANY 120

typedef struct {
  GrShop *shop;
  GrDatabase *database; /* another program's */
  GrSettings *settings;
  GrWindow *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  GrPlanOutcome outcome;

  fixture->shop = app_test_make_shop (MANY);
  g_assert_true (gr_shop_run_plan (fixture->shop, &outcome, NULL, &error));
  gr_plan_outcome_clear (&outcome);
  fixture->database = gr_shop_file_open (gr_shop_path (fixture->shop), &error);
  g_assert_no_error (error);
  fixture->settings = gr_settings_new();
  fixture->window = gr_window_new (NULL, fixture->settings);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  gr_database_close (fixture->database);
  g_object_ref (fixture->window);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  app_test_settle();
  g_assert_finalize_object (fixture->window);
  g_assert_finalize_object (fixture->settings);
  app_test_drop_shop (fixture->shop);
}

/* As a program does that ended between a deed and what follows from it. */
static void
leave_behind (Fixture *fixture)
{
  g_autoptr (GrDeed) last = NULL;

  g_assert_true (gr_deed_next_undo (fixture->database, &last, NULL));
  g_assert_true (gr_database_begin (fixture->database, NULL));
  g_assert_true (gr_plan_pending_add (fixture->database, last->id, FALSE, NULL));
  g_assert_true (gr_database_commit (fixture->database, NULL));
  g_assert_true (gr_shop_is_behind (fixture->shop));
}

static const char *
offer_of (Fixture *fixture)
{
  GtkWidget *banner = app_test_find (GTK_WIDGET (fixture->window), GR_TYPE_BANNER);
  GtkRevealer *revealer = GTK_REVEALER (app_test_find (banner, GTK_TYPE_REVEALER));

  return gtk_revealer_get_reveal_child (revealer)
             ? gtk_label_get_text (GTK_LABEL (app_test_find (banner, GTK_TYPE_LABEL)))
             : NULL;
}

static gboolean
is_at_rest (gpointer data)
{
  Fixture *fixture = data;

  return !gr_shop_is_behind (fixture->shop) && !gr_frame_is_busy (GR_FRAME (fixture->window));
}

static gboolean
is_offered (gpointer data)
{
  return offer_of (data) != NULL;
}

static void
test_at_opening (Fixture *fixture, gconstpointer unused)
{
  leave_behind (fixture);
  gr_window_set_shop (fixture->window, fixture->shop);
  app_test_wait_for (is_at_rest, fixture);
  g_assert_null (offer_of (fixture));
}

/* A deed that touches much of the shop is not waited for. */
static void
test_after_a_deed (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  gr_window_set_shop (fixture->window, fixture->shop);
  app_test_settle();
  g_assert_true (gr_shop_set_service_level (fixture->shop, NULL, 0.9, &error));
  g_assert_true (gr_shop_is_behind (fixture->shop));
  app_test_wait_for (is_at_rest, fixture);
  g_assert_null (offer_of (fixture));
}

/* While another program writes it can't; it says so, once, and the offer takes itself back. */
static void
test_busy (Fixture *fixture, gconstpointer unused)
{
  leave_behind (fixture);
  g_assert_true (gr_database_begin (fixture->database, NULL));
  gr_window_set_shop (fixture->window, fixture->shop);
  app_test_wait_for (is_offered, fixture);
  g_assert_cmpstr (offer_of (fixture), ==, "The plan does not know the last changes yet.");
  app_test_settle();
  g_assert_false (gr_frame_is_busy (GR_FRAME (fixture->window)));
  gr_database_rollback (fixture->database);
  g_signal_emit_by_name (app_test_find (GTK_WIDGET (fixture->window), GR_TYPE_BANNER), "pressed");
  app_test_wait_for (is_at_rest, fixture);
  g_assert_null (offer_of (fixture));
}

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/catch-up/at-opening", test_at_opening);
  ADD ("/catch-up/after-a-deed", test_after_a_deed);
  ADD ("/catch-up/busy", test_busy);
  return g_test_run();
}
