#include "exchange/tables/text-cell.h"

#include "exchange/tables/header-match.h"
#include "exchange/tables/text-date.h"

#include "domain/base/decimal.h"
#include "domain/trade/item.h"

#include <glib.h>
#include <string.h>

#define WRONG G_MININT64

static const GrCellNotation point = {.decimal_sign = '.', .date_order = GR_DATE_ORDER_YMD};
static const GrCellNotation comma = {.decimal_sign = ',', .date_order = GR_DATE_ORDER_DMY};

static gint64
read_cell (GrFieldType type, const GrCellNotation *notation, const char *text)
{
  GrImportCell cell = {.is_set = TRUE, .text = text, .length = strlen (text)};

  return gr_text_cell_read (&cell, type, notation) == NULL ? cell.number : WRONG;
}

static void
test_numbers (void)
{
  static const struct {
    GrFieldType type;
    const GrCellNotation *notation;
    const char *text;
    gint64 number;
  } cases[] = {
      {GR_FIELD_QUANTITY, &point, "12", 12000},
      {GR_FIELD_QUANTITY, &point, "-1.5", -1500},
      {GR_FIELD_QUANTITY, &point, "1,234", 1234000},
      {GR_FIELD_QUANTITY, &point, "1.0000", 1000},
      {GR_FIELD_QUANTITY, &point, "1.2345", WRONG},
      {GR_FIELD_QUANTITY, &point, "1,5", WRONG},
      {GR_FIELD_QUANTITY, &point, "", WRONG},
      {GR_FIELD_QUANTITY, &point, "-", WRONG},
      {GR_FIELD_QUANTITY, &point, "A12", WRONG},
      {GR_FIELD_QUANTITY, &point, "1E5", WRONG},
      {GR_FIELD_QUANTITY, &point, "3 PCS", 3000},
      {GR_FIELD_QUANTITY, &point, "(3)", -3000},
      {GR_FIELD_QUANTITY, &point, "3-", -3000},
      {GR_FIELD_QUANTITY, &point, "9223372036854775807", WRONG},
      {GR_FIELD_QUANTITY, &point, "999999999", G_GINT64_CONSTANT (999999999000)},
      {GR_FIELD_QUANTITY, &point, "5012345678900", WRONG},
      {GR_FIELD_PRICE, &point, "-5012345678900", WRONG},
      {GR_FIELD_QUANTITY, &comma, "1.234,5", 1234500},
      {GR_FIELD_QUANTITY, &comma,
          "1\xc2\xa0"
          "234,5",
          1234500},
      {GR_FIELD_QUANTITY, &comma,
          "\xe2\x88\x92"
          "2",
          -2000},
      {GR_FIELD_PRICE, &point, "0.3995", 3995},
      {GR_FIELD_PRICE, &point, "£2.50", 25000},
      {GR_FIELD_PRICE, &point, "$1,234.5", 12345000},
      {GR_FIELD_PRICE, &point, "EUR 2", 20000},
      {GR_FIELD_PRICE, &point, "(2) EUR", -20000},
      {GR_FIELD_PRICE, &point, "EUR 2-", -20000},
      {GR_FIELD_PRICE, &comma, "2,50 €", 25000},
      {GR_FIELD_PRICE, &point, "12.299999999999999", 123000},
      {GR_FIELD_PRICE, &point, "0.00005", 1},
      {GR_FIELD_PRICE, &point, "two", WRONG},
      {GR_FIELD_PRICE, &point, "EUR", WRONG},
      {GR_FIELD_COUNT, &point, "21", 21},
      {GR_FIELD_COUNT, &point, "21.0", 21},
      {GR_FIELD_COUNT, &point, "21.5", WRONG},
      {GR_FIELD_COUNT, &point, "-1", WRONG},
      {GR_FIELD_SHARE, &point, "0.95", 950000},
      {GR_FIELD_SHARE, &point, "97.3", 973000},
      {GR_FIELD_SHARE, &comma, "97,3 %", 973000},
      {GR_FIELD_SHARE, &point, "0.5%", 5000},
      {GR_FIELD_SHARE, &point, "100", WRONG},
      {GR_FIELD_SHARE, &point, "0", WRONG},
      {GR_FIELD_SHARE, &point, "%", WRONG},
      {GR_FIELD_FLAG, &point, "Yes", 1},
      {GR_FIELD_FLAG, &point, "NEIN", 0},
      {GR_FIELD_FLAG, &point, "sì", 1},
      {GR_FIELD_FLAG, &point, "perhaps", WRONG},
      {GR_FIELD_STATUS, &point, "Active", GR_ITEM_ACTIVE},
      {GR_FIELD_STATUS, &point, "Phased-out", GR_ITEM_DISCONTINUED},
      {GR_FIELD_STATUS, &point, "arrêté", GR_ITEM_DISCONTINUED},
      {GR_FIELD_STATUS, &point, "oui", GR_ITEM_ACTIVE},
      {GR_FIELD_STATUS, &point, "lost", WRONG},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_test_message ("%s", cases[i].text);
    g_assert_cmpint (read_cell (cases[i].type, cases[i].notation, cases[i].text), ==, cases[i].number);
  }
}

/* The quick way and the careful one read the same numbers. */
static void
test_quick_numbers_agree (void)
{
  for (int round = 0; round < 20000; round++) {
    int digits = g_test_rand_int_range (0, 5);
    gint64 any = (gint64) g_test_rand_int() * g_test_rand_int_range (1, 100000);
    gint64 value = any % (GR_PRICE_LIMIT / gr_decimal_power (4 - digits));
    g_autofree char *text = gr_decimal_format (value, digits, g_test_rand_int_range (0, 5));
    gint64 careful = WRONG, quick = read_cell (GR_FIELD_PRICE, &point, text);

    g_assert_true (gr_decimal_parse (text, '.', 4, &careful, NULL));
    g_assert_cmpint (quick, ==, careful);
  }
}

static void
test_dates (void)
{
  static const struct {
    const char *text;
    GrDateOrder order;
    int year, month, day; /* year 0: no date */
  } cases[] = {
      {"2010-12-01", GR_DATE_ORDER_YMD, 2010, 12, 1},
      {"2010-12-01 07:45:00", GR_DATE_ORDER_YMD, 2010, 12, 1},
      {"2010-12-01T07:45:00.123Z", GR_DATE_ORDER_YMD, 2010, 12, 1},
      {"2010-12-01", GR_DATE_ORDER_DMY, 2010, 12, 1},
      {"40725", GR_DATE_ORDER_EXCEL, 2011, 7, 1},
      {"40725.75", GR_DATE_ORDER_EXCEL, 2011, 7, 1},
      {"25569", GR_DATE_ORDER_EXCEL, 1970, 1, 1},
      {"25568", GR_DATE_ORDER_EXCEL, 0},
      {"4072", GR_DATE_ORDER_EXCEL, 0},
      {"40725x", GR_DATE_ORDER_EXCEL, 0},
      {"2011-07-01", GR_DATE_ORDER_EXCEL, 0},
      {"40725", GR_DATE_ORDER_DMY, 0},
      {"2010/2/9", GR_DATE_ORDER_MDY, 2010, 2, 9},
      {"20101201", GR_DATE_ORDER_DMY, 2010, 12, 1},
      {"1.2.2010", GR_DATE_ORDER_DMY, 2010, 2, 1},
      {"1/2/2010", GR_DATE_ORDER_MDY, 2010, 1, 2},
      {"1/2/2010 9:05 AM", GR_DATE_ORDER_MDY, 2010, 1, 2},
      {"01-02-10", GR_DATE_ORDER_DMY, 2010, 2, 1},
      {"31.12.99", GR_DATE_ORDER_DMY, 1999, 12, 31},
      {"10-12-01", GR_DATE_ORDER_YMD, 2010, 12, 1},
      {"1 Dec 2010", GR_DATE_ORDER_YMD, 2010, 12, 1},
      {"01-Dez-10", GR_DATE_ORDER_MDY, 2010, 12, 1},
      {"December 1, 2010", GR_DATE_ORDER_DMY, 2010, 12, 1},
      {"3 août 2010 10:00", GR_DATE_ORDER_DMY, 2010, 8, 3},
      {"2010-Mar-05", GR_DATE_ORDER_DMY, 2010, 3, 5},
      {"5. März 2010", GR_DATE_ORDER_DMY, 2010, 3, 5},
      {"29.2.2012", GR_DATE_ORDER_DMY, 2012, 2, 29},
      {"29.2.2011", GR_DATE_ORDER_DMY, 0},
      {"13/13/2010", GR_DATE_ORDER_DMY, 0},
      {"12/31/2010", GR_DATE_ORDER_DMY, 0},
      {"31/12/2010", GR_DATE_ORDER_MDY, 0},
      {"1.2/2010", GR_DATE_ORDER_DMY, 0},
      {"2010-12-01x", GR_DATE_ORDER_YMD, 0},
      {"2010-12-01 7 or 8", GR_DATE_ORDER_YMD, 0},
      {"2010-12-01 AM", GR_DATE_ORDER_YMD, 0},
      {"2010-12", GR_DATE_ORDER_YMD, 0},
      {"today", GR_DATE_ORDER_YMD, 0},
      {"", GR_DATE_ORDER_YMD, 0},
      {"12345678901", GR_DATE_ORDER_YMD, 0},
      {"1 Foo 2010", GR_DATE_ORDER_DMY, 0},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    GrDate date = GR_DATE_NONE;
    gboolean is_date = gr_text_date_parse (cases[i].text, cases[i].order, &date);

    g_test_message ("%s", cases[i].text);
    g_assert_cmpint (is_date, ==, cases[i].year != 0);
    if (is_date)
      g_assert_cmpint (date, ==, gr_date_from_ymd (cases[i].year, cases[i].month, cases[i].day));
  }
}

static void
test_headers_in_many_languages (void)
{
  static const struct {
    GrImportKind kind;
    const char *header;
    int field;
  } cases[] = {
      {GR_IMPORT_SALES, "StockCode", GR_SALES_ITEM},
      {GR_IMPORT_SALES, "  Artikel-Nr. ", GR_SALES_ITEM},
      {GR_IMPORT_SALES, "Qté (pièces)", GR_SALES_QUANTITY},
      {GR_IMPORT_SALES, "datetime", GR_SALES_DATE},
      {GR_IMPORT_SALES, "InvoiceDate", GR_SALES_DATE},
      {GR_IMPORT_SALES, "Fecha", GR_SALES_DATE},
      {GR_IMPORT_SALES, "Factuurnummer", GR_SALES_INVOICE},
      {GR_IMPORT_SALES, "Prezzo unitario [EUR]", GR_SALES_UNIT_PRICE},
      {GR_IMPORT_SALES, "country", -1},
      {GR_IMPORT_SALES, "", -1},
      {GR_IMPORT_ITEMS, "unit_cost", GR_ITEMS_UNIT_COST},
      {GR_IMPORT_ITEMS, "Warengruppe", GR_ITEMS_FAMILY},
      {GR_IMPORT_ITEMS, "Fournisseur", GR_ITEMS_SUPPLIER},
      {GR_IMPORT_ITEMS, "EAN-13", GR_ITEMS_BARCODE},
      {GR_IMPORT_ITEMS, "MOQ", GR_ITEMS_MINIMUM_ORDER_QUANTITY},
      {GR_IMPORT_STOCK, "On hand", GR_STOCK_QUANTITY},
      {GR_IMPORT_STOCK, "Magazzino", GR_STOCK_LOCATION},
      {GR_IMPORT_SUPPLIERS, "Währung", GR_SUPPLIERS_CURRENCY},
      {GR_IMPORT_SUPPLIERS, "Lead time (days)", GR_SUPPLIERS_LEAD_TIME_DAYS},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_test_message ("%s", cases[i].header);
    g_assert_cmpint (gr_header_match_field (gr_import_table_get (cases[i].kind), cases[i].header), ==, cases[i].field);
  }
}

/* A synonym that two fields of a table claim would go to whichever comes first. */
static void
test_no_header_means_two_fields (void)
{
  for (guint kind = 0; kind < GR_N_IMPORT_KINDS; kind++) {
    const GrImportTable *table = gr_import_table_get ((GrImportKind) kind);
    g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

    for (int i = 0; i < table->n_fields; i++) {
      g_auto (GStrv) words = g_strsplit (table->fields[i].synonyms, " ", -1);

      g_assert_cmpint (gr_header_match_field (table, table->fields[i].id), ==, i);
      for (char **word = words; *word != NULL; word++) {
        int first = GPOINTER_TO_INT (g_hash_table_lookup (seen, *word));

        if (first != 0 && first != i + 1)
          g_test_message ("%s: %s", table->id, *word);
        g_assert_true (first == 0 || first == i + 1);
        g_hash_table_insert (seen, g_strdup (*word), GINT_TO_POINTER (i + 1));
      }
    }
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import-cell/numbers", test_numbers);
  g_test_add_func ("/import-cell/quick-numbers-agree", test_quick_numbers_agree);
  g_test_add_func ("/import-cell/dates", test_dates);
  g_test_add_func ("/import-table/headers-in-many-languages", test_headers_in_many_languages);
  g_test_add_func ("/import-table/no-header-means-two-fields", test_no_header_means_two_fields);
  return g_test_run();
}
