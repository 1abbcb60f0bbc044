#include "shop/base/check-shop.h"
#include "shop/importing/import-rows.h"
#include "shop/catalogue/item-card.h"
#include "shop/stock/stock-view.h"
#include "shop/base/undo-deed.h"

#include "domain/base/error.h"

#include <glib/gstdio.h>

/* An empty shop on the last of June 2011, and the last import's report and outcome. */
typedef struct {
  char *directory;
  GrShop *shop;
  GrImportReport *report;
  GrImportOutcome outcome;
  GError *error;
} Import;

static void
set_up (Import *import, gconstpointer data)
{
  g_autofree char *path = NULL;

  import->directory = g_dir_make_tmp ("granary-import-XXXXXX", NULL);
  path = g_build_filename (import->directory, "shop.granary", NULL);
  import->shop = gr_shop_create (path, "Gifts", "GBP", gr_clock_fixed (gr_date_from_ymd (2011, 6, 30)), &import->error);
  g_assert_no_error (import->error);
}

static void
forget (Import *import)
{
  g_clear_pointer (&import->report, gr_import_report_free);
  gr_import_outcome_clear (&import->outcome);
  g_clear_error (&import->error);
}

static void
tear_down (Import *import, gconstpointer data)
{
  g_autoptr (GDir) files = g_dir_open (import->directory, 0, NULL);
  const char *name;

  forget (import);
  g_assert_finalize_object (import->shop);
  while ((name = g_dir_read_name (files)) != NULL) {
    g_autofree char *path = g_build_filename (import->directory, name, NULL);

    g_unlink (path);
  }
  g_rmdir (import->directory);
  g_free (import->directory);
}

static gboolean
take (Import *import, GrImportKind kind, const char *path, GrImportChoices choices)
{
  g_autoptr (GrImportSession) file = NULL;

  forget (import);
  import->report = gr_import_report_new();
  file = gr_import_session_open (path, kind, &import->error);
  g_assert_no_error (import->error);
  return gr_shop_import (import->shop, file, &choices, import->report, &import->outcome, NULL, &import->error);
}

static gboolean
take_fixture (Import *import, GrImportKind kind, const char *name, GrImportChoices choices)
{
  g_autofree char *path = g_build_filename (g_getenv ("GRANARY_FIXTURES"), name, NULL);

  return take (import, kind, path, choices);
}

static gboolean
take_text (Import *import, GrImportKind kind, const char *text, GrImportChoices choices)
{
  g_autofree char *path = g_build_filename (import->directory, "typed.csv", NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return take (import, kind, path, choices);
}

static void
take_all (Import *import)
{
  g_assert_true (take_fixture (import, GR_IMPORT_SUPPLIERS, "retail-suppliers.csv", (GrImportChoices){0}));
  g_assert_true (take_fixture (import, GR_IMPORT_ITEMS, "retail-items-excerpt.csv", (GrImportChoices){0}));
  g_assert_true (take_fixture (import, GR_IMPORT_STOCK, "retail-stock-excerpt.csv", (GrImportChoices){0}));
  g_assert_true (
      take_fixture (import, GR_IMPORT_SALES, "retail-sales-excerpt.csv", (GrImportChoices){.create_missing = TRUE}));
  g_assert_no_error (import->error);
}

static void
assert_sound (Import *import)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = gr_shop_check (import->shop, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++) {
    const GrCheckFinding *finding = findings->pdata[i];

    g_assert_cmpstr (finding->is_proved ? "" : finding->text, ==, "");
  }
  g_assert_cmpuint (findings->len, >, 3);
}

static gint64
n_items (Import *import)
{
  GrStockFilter filter = GR_STOCK_FILTER_ALL;
  g_autoptr (GArray) ids = gr_shop_stock_ids (import->shop, &filter, NULL);

  return ids->len;
}

static GrItemCard *
card_of (Import *import, const char *code)
{
  GrQty qty;
  g_autoptr (GError) error = NULL;
  gint64 id = gr_shop_find_item (import->shop, code, &qty, &error);
  GrItemCard *card;

  g_assert_no_error (error);
  card = gr_shop_item_card (import->shop, id, &error);
  g_assert_no_error (error);
  return card;
}

static void
assert_fault (Import *import, guint i, const char *expected)
{
  g_autofree char *text = NULL;

  g_assert_cmpuint (i, <, import->report->faults->len);
  text = gr_import_report_fault_text (import->report, import->report->faults->pdata[i]);
  g_assert_true (g_str_has_suffix (text, expected) || g_strstr_len (text, -1, expected) != NULL);
}

static void
test_whole_shop (Import *import, gconstpointer data)
{
  g_autoptr (GrItemCard) post = NULL;
  g_autoptr (GrItemCard) wrap = NULL;

  take_all (import);
  g_assert_cmpint (import->outcome.n_rows, ==, 5930);
  g_assert_cmpint (import->outcome.n_new, ==, 5930);
  g_assert_cmpint (import->outcome.n_bad, ==, 0);
  g_assert_cmpint (import->outcome.n_items_created, >, 3);
  g_assert_cmpint (import->outcome.first_on, ==, gr_date_from_ymd (2009, 12, 1));
  g_assert_nonnull (strstr (import->outcome.sentence, "Items without stock"));
  post = card_of (import, "POST");
  g_assert_false (post->item->is_stocked);
  g_assert_cmpstr (post->item->description, !=, "");
  wrap = card_of (import, "16161U");
  g_assert_true (wrap->item->is_stocked);
  g_assert_cmpstr (wrap->item->family, ==, "Cards & paper");
  g_assert_cmpint (wrap->terms->len, ==, 1);
  g_assert_cmpstr (((const GrItemTerms *) wrap->terms->pdata[0])->supplier_name, ==, "SHENZHEN HOMEWARE CO");
  g_assert_cmpint (((const GrItemTerms *) wrap->terms->pdata[0])->terms->minimum_order_qty, ==, 144000);
  assert_sound (import);
}

static void
test_order_does_not_matter (Import *import, gconstpointer data)
{
  g_autoptr (GrItemCard) stock_first = NULL;
  g_autoptr (GrItemCard) sales_first = NULL;

  take_all (import);
  stock_first = card_of (import, "20684");
  for (int i = 0; i < 2; i++)
    g_assert_true (gr_shop_undo (import->shop, NULL, NULL, &import->error));
  g_assert_true (
      take_fixture (import, GR_IMPORT_SALES, "retail-sales-excerpt.csv", (GrImportChoices){.create_missing = TRUE}));
  g_assert_true (take_fixture (import, GR_IMPORT_STOCK, "retail-stock-excerpt.csv", (GrImportChoices){0}));
  sales_first = card_of (import, "20684");
  g_assert_cmpint (sales_first->on_hand, ==, stock_first->on_hand);
  assert_sound (import);
}

static void
test_twice (Import *import, gconstpointer data)
{
  GrImportChoices choices = {.create_missing = TRUE};
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  take_all (import);
  before = gr_shop_undo_title (import->shop);
  g_assert_false (take_fixture (import, GR_IMPORT_SALES, "retail-sales-excerpt.csv", choices));
  g_assert_error (import->error, GR_ERROR, GR_ERROR_EXISTS);
  choices.again = TRUE;
  g_assert_true (take_fixture (import, GR_IMPORT_SALES, "retail-sales-excerpt.csv", choices));
  g_assert_cmpint (import->outcome.n_new, ==, 0);
  g_assert_cmpint (import->outcome.n_already_there, ==, 5930);
  g_assert_cmpint (import->outcome.deed_id, ==, 0);
  g_assert_true (take_fixture (import, GR_IMPORT_ITEMS, "retail-items-excerpt.csv", choices));
  g_assert_cmpint (import->outcome.n_new + import->outcome.n_changed, ==, 0);
  after = gr_shop_undo_title (import->shop);
  g_assert_cmpstr (after, ==, before);
  assert_sound (import);
}

/* Files that overlap, as tills write them: the lines both have are counted once, equal lines of one file twice. */
static void
test_overlap (Import *import, gconstpointer data)
{
  const char *may = "item,quantity,date,unit_price\nA1,2,2011-05-30,1.50\nA1,2,2011-05-30,1.50\nA1,1,2011-05-31,1.50\n";
  const char *june = "item,quantity,date,unit_price\nA1,1,2011-05-31,1.50\nA1,1,2011-06-01,1.50\n";

  g_assert_true (take_text (import, GR_IMPORT_SALES, may, (GrImportChoices){.create_missing = TRUE}));
  g_assert_cmpint (import->outcome.n_new, ==, 3);
  g_assert_true (take_text (import, GR_IMPORT_SALES, june, (GrImportChoices){0}));
  g_assert_cmpint (import->outcome.n_new, ==, 1);
  g_assert_cmpint (import->outcome.n_already_there, ==, 1);
}

static const char bad_sales[] = "item,quantity,date,unit_price,description\n"
                                "A1,2,2011-06-01,1.50,Known\n"
                                "A1,2,2011-07-01,1.50,From the future\n"
                                "A1,0,2011-06-01,1.50,Nothing\n"
                                "A1,two,2011-06-01,1.50,Words\n"
                                "B1,-1,2011-06-02,1.50,Unknown and returned\n";

static void
test_bad_rows (Import *import, gconstpointer data)
{
  g_assert_true (take_text (import, GR_IMPORT_ITEMS, "item,description\nA1,Apple\n", (GrImportChoices){0}));
  g_assert_false (take_text (import, GR_IMPORT_SALES, bad_sales, (GrImportChoices){0}));
  g_assert_error (import->error, GR_ERROR, GR_ERROR_REFUSED);
  g_assert_cmpuint (import->report->n_bad, ==, 4);
  assert_fault (import, 0, "typed.csv:3: date:");
  assert_fault (import, 1, "typed.csv:4: quantity:");
  assert_fault (import, 2, "typed.csv:5: quantity:");
  assert_fault (import, 3, "typed.csv:6: item:");
  g_assert_true (take_text (import, GR_IMPORT_SALES, bad_sales, (GrImportChoices){.skip_bad = TRUE}));
  g_assert_cmpint (import->outcome.n_new, ==, 1);
  g_assert_cmpint (import->outcome.n_bad, ==, 4);
  assert_sound (import);
}

static void
test_dry_run (Import *import, gconstpointer data)
{
  GrImportChoices choices = {.dry_run = TRUE, .create_missing = TRUE};

  g_assert_true (take_text (import, GR_IMPORT_SALES, bad_sales, choices));
  g_assert_cmpint (import->outcome.n_new, ==, 2);
  g_assert_cmpint (import->outcome.n_bad, ==, 3);
  g_assert_cmpint (import->outcome.n_items_created, ==, 2);
  g_assert_cmpint (n_items (import), ==, 0);
  g_assert_null (gr_shop_undo_title (import->shop));
}

/* An item met first without a description takes it from a later line; case tells codes apart. */
static void
test_created_items (Import *import, gconstpointer data)
{
  const char *text =
      "item,quantity,date,unit_price,description\n15056p,1,2011-06-01,0,\n15056P,1,2011-06-01,2,Edwardian\n"
      "15056p,1,2011-06-02,5.95,\"Parasol, pink\"\nBANK CHARGES,1,2011-06-02,15,\n";
  g_autoptr (GrItemCard) small = NULL;
  g_autoptr (GrItemCard) bank = NULL;

  g_assert_true (take_text (import, GR_IMPORT_SALES, text, (GrImportChoices){.create_missing = TRUE}));
  g_assert_cmpint (import->outcome.n_items_created, ==, 3);
  small = card_of (import, "15056p");
  g_assert_cmpstr (small->item->description, ==, "Parasol, pink");
  g_assert_cmpint (small->item->unit_price, ==, 59500);
  bank = card_of (import, "BANK CHARGES");
  g_assert_false (bank->item->is_stocked);
}

static void
test_undo (Import *import, gconstpointer data)
{
  g_autofree char *title = NULL;

  take_all (import);
  g_assert_true (gr_shop_undo (import->shop, &title, NULL, &import->error));
  g_assert_cmpstr (title, ==, "Import of 5930 sales");
  g_assert_cmpint (n_items (import), ==, 35);
  assert_sound (import);
  g_assert_true (
      take_fixture (import, GR_IMPORT_SALES, "retail-sales-excerpt.csv", (GrImportChoices){.create_missing = TRUE}));
  g_assert_cmpint (import->outcome.n_new, ==, 5930);
  g_assert_cmpint (import->outcome.n_already_there, ==, 0);
}

static void
test_items (Import *import, gconstpointer data)
{
  const char *first =
      "item,description,supplier,family,unit_cost,barcode\nA1,Apple,New orchard,Fruit,1.25,4006381333931\n"
      "A1,Apple again,New orchard,Fruit,1.50,\n";
  const char *second = "item,barcode,minimum_order_quantity\nA2,4006381333931,1\nA1,,-5\nA1,,10\n";
  g_autoptr (GrItemCard) card = NULL;

  g_assert_true (take_text (import, GR_IMPORT_ITEMS, first, (GrImportChoices){0}));
  g_assert_cmpint (import->outcome.n_new, ==, 1);
  g_assert_false (take_text (import, GR_IMPORT_ITEMS, second, (GrImportChoices){0}));
  assert_fault (import, 0, ":2: barcode:");
  assert_fault (import, 1, ":3: minimum_order_quantity:");
  g_assert_true (take_text (import, GR_IMPORT_ITEMS, second, (GrImportChoices){.skip_bad = TRUE}));
  g_assert_cmpint (import->outcome.n_changed, ==, 1);
  card = card_of (import, "4006381333931");
  g_assert_cmpstr (card->item->description, ==, "Apple again");
  g_assert_cmpint (card->item->unit_cost, ==, 15000);
  g_assert_cmpint (((const GrItemTerms *) card->terms->pdata[0])->terms->minimum_order_qty, ==, 10000);
}

static void
test_stock (Import *import, gconstpointer data)
{
  const char *text = "item,location,quantity,counted_on\nA1,Attic,3,2011-06-01\nA1,Attic,4,2011-06-01\n"
                     "A1,Shop,-1,2011-06-01\nA1,Shop,1,2011-07-01\nPOST,Shop,1,2011-06-01\nA1,Shop,2,2011-06-01\n";
  const char *older = "item,location,quantity,counted_on\nA1,Attic,9,2011-05-01\n";
  const char *items = "item,stocked\nA1,yes\nPOST,no\n";
  g_autoptr (GrItemCard) card = NULL;

  g_assert_true (take_text (import, GR_IMPORT_ITEMS, items, (GrImportChoices){0}));
  g_assert_true (take_text (import, GR_IMPORT_STOCK, text, (GrImportChoices){.skip_bad = TRUE}));
  g_assert_cmpint (import->outcome.n_new, ==, 2);
  g_assert_cmpint (import->outcome.n_bad, ==, 4);
  assert_fault (import, 0, ":3: item:");
  assert_fault (import, 1, ":4: quantity:");
  assert_fault (import, 2, ":5: counted_on:");
  assert_fault (import, 3, ":6: item:");
  g_assert_true (take_text (import, GR_IMPORT_STOCK, older, (GrImportChoices){0}));
  g_assert_cmpint (import->outcome.n_already_there, ==, 1);
  card = card_of (import, "A1");
  g_assert_cmpint (card->on_hand, ==, 5000);
  g_assert_cmpint (gr_shop_find_location (import->shop, "Attic", NULL), >, 5);
  assert_sound (import);
}

/* At the first word of progress: how many follow hangs on how fast the machine is. */
static void
cancel_cb (const char *what, double fraction, gpointer data)
{
  g_cancellable_cancel (data);
}

static void
test_cancel (Import *import, gconstpointer data)
{
  g_autofree char *path = g_build_filename (g_getenv ("GRANARY_FIXTURES"), "retail-sales-excerpt.csv", NULL);
  g_autoptr (GrImportSession) file = gr_import_session_open (path, GR_IMPORT_SALES, &import->error);
  g_autoptr (GCancellable) cancellable = g_cancellable_new();
  GrProgress progress = {cancel_cb, cancellable, cancellable};
  GrImportChoices choices = {.create_missing = TRUE};

  import->report = gr_import_report_new();
  g_assert_false (
      gr_shop_import (import->shop, file, &choices, import->report, &import->outcome, &progress, &import->error));
  g_assert_error (import->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (n_items (import), ==, 0);
  assert_sound (import);
}

#define ADD(name, func) g_test_add (name, Import, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/import/whole-shop", test_whole_shop);
  ADD ("/import/order-does-not-matter", test_order_does_not_matter);
  ADD ("/import/twice", test_twice);
  ADD ("/import/overlap", test_overlap);
  ADD ("/import/bad-rows", test_bad_rows);
  ADD ("/import/dry-run", test_dry_run);
  ADD ("/import/created-items", test_created_items);
  ADD ("/import/undo", test_undo);
  ADD ("/import/items", test_items);
  ADD ("/import/stock", test_stock);
  ADD ("/import/cancel", test_cancel);
  return g_test_run();
}
