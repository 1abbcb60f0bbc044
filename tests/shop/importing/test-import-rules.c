#include "expect.h"
#include "fault.h"
#include "shop-words.h"

#include "shop/base/shop-private.h"
#include "shop/base/undo-deed.h"
#include "shop/catalogue/item-card.h"
#include "shop/catalogue/supplier-view.h"
#include "shop/importing/import-rows.h"
#include "shop/stock/stock-view.h"
#include "store/stock/location-store.h"

#include <glib/gstdio.h>

static gboolean
try_import (ShopFixture *fixture, GrImportKind kind, const char *text, GrImportChoices choices,
    GrImportOutcome *outcome, GError **error)
{
  g_autofree char *path = g_build_filename (fixture->directory, "typed.csv", NULL);
  GrImportReport *report = gr_import_report_new();
  g_autoptr (GrImportSession) file = NULL;
  gboolean is_done;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  file = gr_import_session_open (path, kind, NULL);
  g_assert_nonnull (file);
  is_done = gr_shop_import (fixture->shop, file, &choices, report, outcome, NULL, error);
  gr_import_report_free (report);
  g_unlink (path);
  return is_done;
}

static GrImportOutcome
import (ShopFixture *fixture, GrImportKind kind, const char *text, GrImportChoices choices)
{
  GrImportOutcome outcome;

  EXPECT (try_import (fixture, kind, text, choices, &outcome, ERR));
  gr_import_outcome_clear (&outcome);
  return outcome;
}

static const GrImportChoices plainly = {.skip_bad = FALSE}, create = {.create_missing = TRUE};

static GrItemCard *
card_of (const ShopFixture *fixture, const char *code)
{
  gint64 id = gr_shop_find_item (fixture->shop, code, NULL, NULL);

  g_assert_cmpint (id, !=, 0);
  return gr_shop_item_card (fixture->shop, id, NULL);
}

/* An empty cell says nothing: what is known stays. A set one counts, and the same again is no news. */
static void
test_an_empty_cell_changes_nothing (ShopFixture *fixture, gconstpointer data)
{
  const char *emptily = "item,description,family,unit_cost,unit_price,order_multiple\nA-1,,,,,\n";
  const char *newly = "item,description,family,unit_cost,unit_price,order_multiple\nA-1,,,2.50,,6\n";
  g_autofree char *before = shop_fixture_books_text (fixture);
  g_autofree char *after = NULL;
  g_autoptr (GrItemCard) card = NULL;
  GrImportOutcome outcome = import (fixture, GR_IMPORT_ITEMS, emptily, plainly);

  after = shop_fixture_books_text (fixture);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpint (outcome.n_already_there, ==, 1);
  g_assert_cmpint (outcome.deed_id, ==, 0);
  outcome = import (fixture, GR_IMPORT_ITEMS, newly, plainly);
  g_assert_cmpint (outcome.n_changed, ==, 1);
  card = card_of (fixture, "A-1");
  g_assert_cmpstr (card->item->description, ==, "Item A-1");
  g_assert_cmpstr (card->item->family, ==, "Milk");
  g_assert_cmpint (card->item->unit_cost, ==, 25000);
  g_assert_cmpint (card->item->unit_price, ==, 29900);
  /* The preferred supplier's terms, where the row names none. */
  g_assert_cmpuint (card->terms->len, ==, 1);
  g_assert_cmpint (((GrItemTerms *) card->terms->pdata[0])->terms->order_multiple, ==, 6000);
  g_assert_cmpint (((GrItemTerms *) card->terms->pdata[0])->terms->unit_price, ==, 25000);
  g_assert_cmpint (((GrItemTerms *) card->terms->pdata[0])->terms->minimum_order_qty, ==, 20000);
}

/* A supplier that a row names becomes the preferred one; one that nobody knew is added with its name alone. */
static void
test_the_supplier_of_a_row (ShopFixture *fixture, gconstpointer data)
{
  const char *text = "item,supplier,order_multiple\nA-1,Dairy,4\nA-2,Market,\nHOME,,5\n";
  GrImportOutcome outcome = import (fixture, GR_IMPORT_ITEMS, text, plainly);
  g_autoptr (GrItemCard) first = card_of (fixture, "A-1");
  g_autoptr (GrItemCard) second = card_of (fixture, "A-2");
  g_autoptr (GrItemCard) none = card_of (fixture, "HOME");
  const GrItemTerms *dairy = first->terms->pdata[0], *market = second->terms->pdata[0];

  g_assert_cmpint (outcome.n_changed, ==, 2);
  g_assert_cmpint (outcome.n_already_there, ==, 1); /* terms of nobody are nothing to keep */
  g_assert_cmpuint (first->terms->len, ==, 2);
  g_assert_cmpint (dairy->terms->supplier_id, ==, fixture->dairy);
  g_assert_true (dairy->terms->is_preferred);
  g_assert_cmpint (dairy->terms->order_multiple, ==, 4000);
  g_assert_false (((GrItemTerms *) first->terms->pdata[1])->terms->is_preferred);
  g_assert_cmpint (((GrItemTerms *) first->terms->pdata[1])->terms->order_multiple, ==, 12000);
  g_assert_cmpstr (market->supplier_name, ==, "Market");
  g_assert_cmpuint (none->terms->len, ==, 0);
}

/* A place that nobody knew becomes one of the shop's own; without any, goods are in the shop. */
static void
test_the_place_of_a_count (ShopFixture *fixture, gconstpointer data)
{
  gint64 item = fixture->steady[0], attic;

  import (fixture, GR_IMPORT_STOCK, "item,location,quantity\nA-1,Attic,3\n", plainly);
  attic = gr_shop_find_location (fixture->shop, "Attic", NULL);
  g_assert_cmpint (attic, !=, 0);
  g_assert_cmpint (shop_fixture_lies (fixture, item, attic), ==, gr_qty_from_units (3));
  import (fixture, GR_IMPORT_STOCK, "item,location,quantity\nA-1,Attic,4\nA-2,Attic,1\n", plainly);
  g_assert_cmpint (gr_shop_find_location (fixture->shop, "Attic", NULL), ==, attic);
  import (fixture, GR_IMPORT_STOCK, "item,quantity\nA-1,2\n", plainly);
  g_assert_cmpint (
      shop_fixture_lies (fixture, item, shop_fixture_place (fixture, GR_PLACE_SHOP)), ==, gr_qty_from_units (2));
  g_assert_cmpint (shop_fixture_on_hand (fixture, item), ==, gr_qty_from_units (5 + 4 + 2));
  shop_fixture_check (fixture);
}

/* A sale of tomorrow is a slip of the pen, one of today is none; nor is one from before 1970 anything but a slip. */
static void
test_days_of_sales (ShopFixture *fixture, gconstpointer data)
{
  static const struct {
    const char *day;
    gboolean is_taken;
  } cases[] = {{"2026-04-02", TRUE}, {"2026-04-03", FALSE}, {"1970-01-01", TRUE}, {"1969-12-31", FALSE}};

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text = g_strdup_printf ("item,quantity,date\nA-1,1,%s\n", cases[i].day);
    g_autoptr (GError) error = NULL;
    GrImportOutcome outcome;
    gboolean is_done = try_import (fixture, GR_IMPORT_SALES, text, plainly, &outcome, &error);

    gr_import_outcome_clear (&outcome);
    g_assert_cmpint (is_done, ==, cases[i].is_taken);
    if (!is_done)
      g_assert_error (error, GR_ERROR, GR_ERROR_REFUSED);
  }
}

/* One bad row refuses the whole file, and what came before it is not kept; it is kept where bad ones are skipped. */
static void
test_one_bad_row (ShopFixture *fixture, gconstpointer data)
{
  const char *text = "item,quantity,date\nA-1,1,2026-03-30\nNOBODY,1,2026-03-30\nA-1,2,2026-03-31\n";
  GrImportChoices skip = {.skip_bad = TRUE};
  GrQty before, after;
  GrMoney money;
  GrImportOutcome outcome;
  int n_deeds = shop_fixture_n_deeds (fixture);

  shop_fixture_sold (fixture, fixture->today - 4, &before, &money);
  REFUSED (try_import (fixture, GR_IMPORT_SALES, text, plainly, &outcome, ERR), GR_ERROR_REFUSED);
  gr_import_outcome_clear (&outcome);
  shop_fixture_sold (fixture, fixture->today - 4, &after, &money);
  g_assert_cmpint (after, ==, before);
  g_assert_cmpint (shop_fixture_n_deeds (fixture), ==, n_deeds);
  outcome = import (fixture, GR_IMPORT_SALES, text, skip);
  g_assert_cmpint (outcome.n_new, ==, 2);
  g_assert_cmpint (outcome.n_bad, ==, 1);
  shop_fixture_sold (fixture, fixture->today - 4, &after, &money);
  g_assert_cmpint (after, ==, before + gr_qty_from_units (3));
  g_assert_cmpint (shop_fixture_n_deeds (fixture), ==, n_deeds + 1);
}

/* An import of which a statement fails is not in the file and says so; the next time it goes well, and one undo takes
 * all of it back. */
static void
test_imports_are_whole_or_not_at_all (ShopFixture *fixture, gconstpointer data)
{
  static const struct {
    GrImportKind kind;
    const char *text;
  } files[] = {
      {GR_IMPORT_SUPPLIERS, "supplier,lead_time\nMarket,5\nMill,9\n"},
      {GR_IMPORT_ITEMS, "item,description,family,supplier,barcode\nNEW,New,Cakes,Fair,4006381333931\nA-1,Other,,,\n"},
      {GR_IMPORT_STOCK, "item,location,quantity,counted_on\nA-1,Attic,3,2026-03-30\nA-2,,4,2026-03-30\n"},
      {GR_IMPORT_SALES,
          "item,quantity,date,description\nA-1,2,2026-03-31,\nFRESH1,1,2026-03-31,Fresh\nA-1,-1,2026-04-01,\n"},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++) {
    g_autofree char *before = shop_fixture_books_text (fixture);
    gboolean is_more = TRUE;

    for (int at = 0; is_more; at++) {
      g_autofree char *after = NULL;
      g_autoptr (GError) error = NULL;
      GrImportOutcome outcome;
      Fault fault;
      gboolean is_done;

      fault_arm (&fault, gr_shop_database (fixture->shop), at);
      is_done = try_import (fixture, files[i].kind, files[i].text, create, &outcome, &error);
      is_more = fault_disarm (&fault, gr_shop_database (fixture->shop));
      gr_import_outcome_clear (&outcome);
      if (is_done == (error != NULL) || (!is_done && !fault.has_struck))
        g_test_message ("file %d, statement %d: %s", (int) i, at, error != NULL ? error->message : "no error");
      g_assert_cmpint (is_done, ==, error == NULL);
      g_assert_true (is_done || fault.has_struck); /* not so what is looked at when it is in the file */
      if (!is_more)
        break;
      if (is_done)
        EXPECT (gr_shop_undo (fixture->shop, NULL, NULL, ERR));
      after = shop_fixture_books_text (fixture);
      g_assert_cmpstr (after, ==, before);
    }
  }
  shop_fixture_check (fixture);
}

static void
add (const char *path, void (*test) (ShopFixture *, gconstpointer))
{
  g_test_add (path, ShopFixture, NULL, shop_fixture_set_up, test, shop_fixture_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/import-rules/empty-cell", test_an_empty_cell_changes_nothing);
  add ("/import-rules/supplier", test_the_supplier_of_a_row);
  add ("/import-rules/place", test_the_place_of_a_count);
  add ("/import-rules/days", test_days_of_sales);
  add ("/import-rules/bad-row", test_one_bad_row);
  add ("/import-rules/whole", test_imports_are_whole_or_not_at_all);
  return g_test_run();
}
