#include "exchange/tables/header-match.h"

#include "domain/importing/import-report.h"
#include "exchange/tables/import-words.h"

#include <glib.h>
#include <string.h>

static void
test_guess (void)
{
  static const struct {
    const char *headers;
    int kind; /* -1: none */
  } cases[] = {
      {"item,description,family,supplier,unit_cost,unit_price", GR_IMPORT_ITEMS},
      {"SKU,Name", GR_IMPORT_ITEMS},
      {"item,supplier,lead_time_days", GR_IMPORT_ITEMS},
      {"supplier,currency,lead_time_days", GR_IMPORT_SUPPLIERS},
      {"Name,E-mail,Phone", GR_IMPORT_SUPPLIERS},
      {"item,location,quantity,counted_on", GR_IMPORT_STOCK},
      {"Artikelnummer,Bestand,Lagerort", GR_IMPORT_STOCK},
      {"sku,on hand", GR_IMPORT_STOCK},
      {"InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country", GR_IMPORT_SALES},
      {"Fecha,Producto,Cantidad", -1}, /* Producto alone is no item's code */
      {"Fecha,Codigo,Cantidad,Precio", GR_IMPORT_SALES},
      {"date,item,qty", GR_IMPORT_SALES},
      {"colour,size", -1},
      {"quantity,date", -1},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_auto (GStrv) headers = g_strsplit (cases[i].headers, ",", -1);
    GrImportKind kind = GR_IMPORT_GUESS;
    gboolean is_known = gr_header_match_table ((const char *const *) headers, g_strv_length (headers), &kind);

    g_test_message ("%s", cases[i].headers);
    g_assert_cmpint (is_known ? (int) kind : -1, ==, cases[i].kind);
  }
}

static void
test_very_names_come_first (void)
{
  const GrImportTable *table = gr_import_table_get (GR_IMPORT_SALES);
  const char *headers[] = {"Code", "Price", "item", "unit_price", "amount", "Qty", "date", "Item"};
  int columns[GR_MAX_IMPORT_FIELDS];

  g_assert_cmpint (gr_header_match_columns (table, headers, G_N_ELEMENTS (headers), columns), ==, 4);
  g_assert_cmpint (columns[GR_SALES_ITEM], ==, 2);
  g_assert_cmpint (columns[GR_SALES_UNIT_PRICE], ==, 3);
  g_assert_cmpint (columns[GR_SALES_QUANTITY], ==, 5);
  g_assert_cmpint (columns[GR_SALES_DATE], ==, 6);
  g_assert_cmpint (columns[GR_SALES_INVOICE], ==, -1);
}

static void
test_ids (void)
{
  for (guint i = 0; i < GR_N_IMPORT_KINDS; i++) {
    const GrImportTable *table = gr_import_table_get ((GrImportKind) i);

    g_assert_cmpint (table->kind, ==, (int) i);
    g_assert_cmpint (table->n_fields, <=, GR_MAX_IMPORT_FIELDS);
    for (int field = 0; field < table->n_fields; field++) {
      g_assert_cmpint (gr_header_match_id (table, table->fields[field].id), ==, field);
      g_assert_nonnull (gr_import_field_title (&table->fields[field]));
    }
  }
}

static void
test_words (void)
{
  g_autofree char *word = gr_import_words_normalise ("  Référence-Fournisseur [n°] (ß) ");
  g_autofree char *sharp = gr_import_words_normalise ("Straße");
  g_autofree char *nothing = gr_import_words_normalise ("(all of it)");
  const char *at = "Décembre 2010";

  g_assert_cmpstr (word, ==, "referencefournisseur");
  g_assert_cmpstr (sharp, ==, "strasse");
  g_assert_cmpstr (nothing, ==, "");
  g_assert_true (gr_import_words_contain ("one two three", "two"));
  g_assert_false (gr_import_words_contain ("one two three", "tw"));
  g_assert_false (gr_import_words_contain ("one two three", "wo"));
  g_assert_false (gr_import_words_contain ("one two three", ""));
  g_assert_cmpint (gr_import_words_month (&at), ==, 12);
  g_assert_cmpstr (at, ==, " 2010");
}

static void
test_report_texts (void)
{
  g_autoptr (GrImportReport) report = gr_import_report_new();
  g_autofree char *long_value = g_strnfill (500, 'x');
  g_autofree char *whole_file = NULL, *cut = NULL, *summary = NULL;

  report->file_name = g_strdup ("sales.csv");
  gr_import_report_add (report, 0, NULL, "was imported before", NULL);
  gr_import_report_add (report, 7, "item", "is too long", long_value);
  report->n_rows = 1;
  report->n_bad = 1;
  report->n_rounded = 2;
  whole_file = gr_import_report_fault_text (report, g_ptr_array_index (report->faults, 0));
  cut = gr_import_report_fault_text (report, g_ptr_array_index (report->faults, 1));
  summary = gr_import_report_summary (report);
  g_assert_cmpstr (whole_file, ==, "sales.csv: was imported before");
  g_assert_true (g_str_has_prefix (cut, "sales.csv:7: item: “xxxx"));
  g_assert_cmpuint (strlen (cut), <, 140);
  g_assert_cmpstr (summary, ==, "Rows read: 1; Bad: 1; Prices rounded to four decimals: 2");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import-table/guess", test_guess);
  g_test_add_func ("/import-table/very-names-come-first", test_very_names_come_first);
  g_test_add_func ("/import-table/ids", test_ids);
  g_test_add_func ("/import-words/words", test_words);
  g_test_add_func ("/import-report/texts", test_report_texts);
  return g_test_run();
}
