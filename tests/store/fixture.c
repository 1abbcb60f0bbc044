#include "fixture.h"

#include "domain/trade/item.h"
#include "store/file/check.h"
#include "store/sales/demand-store.h"
#include "store/catalogue/item-store.h"
#include "store/stock/ledger-store.h"
#include "store/stock/location-store.h"
#include "store/file/query.h"
#include "store/stock/stock-count-store.h"
#include "store/catalogue/supplier-store.h"
#include "store/file/shop-file.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("granary-store-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "shop.granary", NULL);
  fixture->database = gr_shop_file_create (fixture->path, &error);
  g_assert_no_error (error);
}

void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  gr_database_close (fixture->database);
  while ((name = g_dir_read_name (folder)) != NULL) {
    g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

    g_unlink (path);
  }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

/* The file @name.gz of tests/fixtures, as an earlier version of the program left it, opened by this one. */
void
fixture_open_old (Fixture *fixture, const char *name)
{
  g_autofree char *packed = g_strdup_printf ("%s/%s.gz", g_getenv ("GRANARY_FIXTURES"), name);
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GFile) from = g_file_new_for_path (packed), to = g_file_new_for_path (path);
  g_autoptr (GConverter) unpack = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInputStream) in = g_file_read (from, NULL, &error);
  g_autoptr (GInputStream) unpacked = NULL;
  g_autoptr (GFileOutputStream) out = NULL;

  g_assert_no_error (error);
  unpacked = g_converter_input_stream_new (G_INPUT_STREAM (in), unpack);
  out = g_file_create (to, G_FILE_CREATE_NONE, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_splice (G_OUTPUT_STREAM (out), unpacked, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, &error);
  g_assert_no_error (error);
  gr_database_close (fixture->database);
  fixture->database = gr_shop_file_open (path, &error);
  g_assert_no_error (error);
}

static GrDeedHead
head_of (const char *title)
{
  return (GrDeedHead){
      .kind = title != NULL ? "test" : NULL, .title = title, .who = "tester", .done_at = 1, .done_on = 1};
}

void
fixture_begin (Fixture *fixture, const char *title)
{
  g_autoptr (GError) error = NULL;
  GrDeedHead head = head_of (title);

  gr_deed_begin (fixture->database, &head, &error);
  g_assert_no_error (error);
}

gint64
fixture_finish (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  gint64 deed_id = 0;

  gr_deed_finish (fixture->database, &deed_id, NULL, &error);
  g_assert_no_error (error);
  return deed_id;
}

gboolean
fixture_try_undo (Fixture *fixture, gint64 deed_id, GError **error)
{
  GrDeedHead head = head_of (NULL);

  return gr_deed_undo (fixture->database, deed_id, &head, error) &&
         gr_deed_finish (fixture->database, NULL, NULL, error);
}

void
fixture_undo (Fixture *fixture, gint64 deed_id)
{
  g_autoptr (GError) error = NULL;

  fixture_try_undo (fixture, deed_id, &error);
  g_assert_no_error (error);
}

void
fixture_redo (Fixture *fixture, gint64 deed_id)
{
  g_autoptr (GError) error = NULL;
  GrDeedHead head = head_of (NULL);

  gr_deed_redo (fixture->database, deed_id, &head, &error);
  g_assert_no_error (error);
  fixture_finish (fixture);
}

gint64
fixture_add_item (Fixture *fixture, const char *code, const char *description)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GrItem) item = gr_item_new();

  item->code = g_strdup (code);
  item->description = g_strdup (description);
  item->unit_cost = 12500;
  item->unit_price = 30000;
  gr_item_store_save (fixture->database, item, &error);
  g_assert_no_error (error);
  return item->id;
}

gint64
fixture_add_supplier (Fixture *fixture, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GrSupplier) supplier = gr_supplier_new();

  g_free (supplier->name);
  supplier->name = g_strdup (name);
  gr_supplier_store_save (fixture->database, supplier, &error);
  g_assert_no_error (error);
  return supplier->id;
}

gint64
fixture_place (Fixture *fixture, GrPlaceRole role)
{
  g_autoptr (GError) error = NULL;
  gint64 id;

  gr_location_store_role (fixture->database, role, &id, &error);
  g_assert_no_error (error);
  return id;
}

void
fixture_count (Fixture *fixture, gint64 item_id, GrPlaceRole place, int units, int day)
{
  g_autoptr (GError) error = NULL;
  GrCountResult result;

  gr_stock_count_store_take (
      fixture->database, item_id, fixture_place (fixture, place), gr_qty_from_units (units), day, &result, &error);
  g_assert_no_error (error);
}

/* One line, in a batch of its own. Returns how many were new. */
gint64
fixture_sell (Fixture *fixture, gint64 item_id, int units, int day, const char *invoice)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GrSaleBatch) batch = gr_sale_batch_begin (fixture->database, &error);
  GrSaleLine line = {item_id, day, gr_qty_from_units (units), 30000, invoice, 0};
  GrSaleBatchSummary summary;
  gboolean is_duplicate;

  g_assert_no_error (error);
  gr_sale_batch_add (batch, &line, &is_duplicate, &error);
  g_assert_no_error (error);
  gr_sale_batch_finish (batch, NULL, &summary, &error);
  g_assert_no_error (error);
  return summary.n_added;
}

int
fixture_on_hand (Fixture *fixture, gint64 item_id)
{
  g_autoptr (GError) error = NULL;
  GrQty on_hand;

  gr_ledger_on_hand (fixture->database, item_id, &on_hand, &error);
  g_assert_no_error (error);
  return (int) (on_hand / GR_QTY_ONE);
}

gint64
fixture_number (Fixture *fixture, const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 number = -1;

  gr_query_int64 (fixture->database, &number, &error, sql, "");
  g_assert_no_error (error);
  return number;
}

static void
dump_query (Fixture *fixture, const char *sql, GString *text)
{
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (
      sqlite3_prepare_v2 (gr_database_handle (fixture->database), sql, -1, &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW) {
    for (int i = 0; i < sqlite3_column_count (statement); i++) {
      const char *value = (const char *) sqlite3_column_text (statement, i);

      g_string_append_printf (text, "%s|", value != NULL ? value : "NULL");
    }
    g_string_append_c (text, '\n');
  }
  sqlite3_finalize (statement);
}

/* Everything that undo promises to bring back: ordinary rows, balances, demand, the sold lines that count, search. */
char *
fixture_dump (Fixture *fixture)
{
  static const char *const tables[] = {"setting", "family", "item", "barcode", "location", "supplier", "supplier_item",
      "purchase_order", "purchase_order_line", "lot", "stock_count", "stock_count_line", "sale_batch", "imported_file",
      "forecast_choice", "demand_mark", "event", "predecessor", "balance", "demand_day"};
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++) {
    g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s ORDER BY 1, 2", tables[i]);

    g_string_append_printf (text, "-- %s\n", tables[i]);
    dump_query (fixture, sql, text);
  }
  dump_query (fixture, "SELECT s.* FROM sale_line s JOIN sale_batch b ON b.id = s.batch_id ORDER BY s.id", text);
  return g_string_free (text, FALSE);
}

void
fixture_assert_clean (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = gr_check_run (fixture->database, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++) {
    const GrCheckFinding *finding = findings->pdata[i];

    g_assert_cmpstr (finding->is_proved ? "" : finding->text, ==, "");
  }
}
