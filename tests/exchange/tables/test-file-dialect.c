#include "domain/importing/file-dialect.h"

#include "exchange/read/cell-sample.h"
#include "exchange/read/csv-sniffer.h"
#include "exchange/read/csv-source.h"
#include "exchange/tables/notation-sniffer.h"

#include "domain/base/error.h"

#include <glib/gstdio.h>
#include <string.h>

static GrFileDialect
sniff (const char *text)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir(), "granary-test-file-dialect.csv", NULL);
  g_autoptr (GrCellSource) cells = NULL, sample = NULL;
  GrFileDialect dialect = {0};
  GrCsvSource *source;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  source = gr_csv_source_new (path, NULL);
  cells = gr_csv_source_cells (source);
  dialect.csv = *gr_csv_source_dialect (source);
  sample = gr_cell_sample_new (cells, &(GrCellSampleSize){500, 256 * 1024}, NULL);
  g_assert_true (gr_cell_notation_sniff (&dialect.cells, sample, dialect.csv.delimiter == ';' ? ',' : '.', NULL));
  g_unlink (path);
  return dialect;
}

static void
test_delimiters (void)
{
  static const struct {
    const char *text;
    char delimiter;
  } cases[] = {
      {"item,quantity\nA,1\nB,2\n", ','},
      {"item;quantity\nA;1\nB;2\n", ';'},
      {"artikel;menge;preis\nA;1,5;2,5\nB;2,5;3,5\n", ';'},
      {"item\tdescription\nA\tone, two\nB\tthree; four\n", '\t'},
      {"item|quantity\nA|1\n", '|'},
      {"item,description\nA,\"x;y;z\"\nB,\"p;q\"\n", ','},
      {"item,note\nA,p;q\nB,x;y\n", ','},
      {"just one column\nA\nB\n", ','},
      {"sep=|\na|b,c\n1|2,3\n", '|'},
      {"", ','},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (gr_csv_sniff_delimiter (cases[i].text, strlen (cases[i].text)), ==, cases[i].delimiter);
}

static void
test_decimal_sign (void)
{
  static const struct {
    const char *text;
    char sign;
  } cases[] = {
      {"a,b\n1.5,2\n", '.'},
      {"a;b\n1,5;2\n", ','},
      {"a;b\n1.5;2\n", '.'},
      {"a,b\n\"1,5\",\"2,25\"\n", ','},
      {"a;b\n1.234,5;2\n", ','},
      {"a;b\n\"1,234.5\";2\n", '.'},
      {"a;b\n1.234.567;2\n", ','},
      {"a;b\n0.125;2\n", '.'},
      {"a;b\n1.234;2\n", ','}, /* open: the usual one with semicolons */
      {"a,b\n1.234,2\n", '.'},
      {"a;b\n31.12.2010;2\n", ','},
      {"a,b\n31.12.2010,2\n", '.'},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (sniff (cases[i].text).cells.decimal_sign, ==, cases[i].sign);
}

static void
test_date_order (void)
{
  static const struct {
    const char *text;
    GrDateOrder order;
    gboolean is_sure;
  } cases[] = {
      {"d,n\n2010-01-02,1\n", GR_DATE_ORDER_YMD, TRUE},
      {"d,n\n2010-01-02 10:11:12,1\n", GR_DATE_ORDER_YMD, TRUE},
      {"d,n\n01/02/2010,1\n13/02/2010,1\n", GR_DATE_ORDER_DMY, TRUE},
      {"d,n\n01/02/2010,1\n01/13/2010,1\n", GR_DATE_ORDER_MDY, TRUE},
      {"d;n\n1.2.2010;1\n3.4.2010;1\n", GR_DATE_ORDER_DMY, FALSE},
      {"d,n\nnone,1\n", GR_DATE_ORDER_YMD, TRUE},
      {"d,v\n2010-01-02,1.2.3\n2010-01-03,1.2.4\n", GR_DATE_ORDER_YMD, TRUE},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    GrFileDialect dialect = sniff (cases[i].text);

    g_assert_cmpint (dialect.cells.date_order, ==, cases[i].order);
    g_assert_cmpint (dialect.cells.is_date_order_sure, ==, cases[i].is_sure);
  }
}

static void
test_header (void)
{
  g_assert_true (sniff ("item,quantity\nA,1\n").cells.has_header);
  g_assert_false (sniff ("A,1\nB,2\n").cells.has_header);
  g_assert_false (sniff ("A,2010-01-01\n").cells.has_header);
  g_assert_true (sniff ("sep=,\nitem,quantity\nA,1\n").cells.has_header);
}

static void
test_overrides (void)
{
  GrFileDialect dialect = sniff ("item,quantity\nA,1\n");
  g_autoptr (GError) error = NULL;
  static const char *const wrong[] = {
      "delimiter=x", "decimal=;", "dates=dym", "encoding=ebcdic", "header=maybe", "colour=red", "delimiter", "", "="};

  g_assert_true (gr_file_dialect_set (&dialect, "delimiter=semicolon", NULL));
  g_assert_true (gr_file_dialect_set (&dialect, "decimal=,", NULL));
  g_assert_true (gr_file_dialect_set (&dialect, "dates=mdy", NULL));
  g_assert_true (gr_file_dialect_set (&dialect, "encoding=Windows-1252", NULL));
  g_assert_true (gr_file_dialect_set (&dialect, "header=no", NULL));
  g_assert_cmpint (dialect.csv.delimiter, ==, ';');
  g_assert_cmpint (dialect.cells.decimal_sign, ==, ',');
  g_assert_cmpint (dialect.cells.date_order, ==, GR_DATE_ORDER_MDY);
  g_assert_cmpint (dialect.csv.encoding, ==, GR_ENCODING_WINDOWS_1252);
  g_assert_false (dialect.cells.has_header);
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++) {
    g_assert_false (gr_file_dialect_set (&dialect, wrong[i], &error));
    g_assert_error (error, GR_ERROR, GR_ERROR_INVALID);
    g_clear_error (&error);
  }
}

static void
test_description (void)
{
  GrFileDialect dialect = sniff ("d;n\n1.2.2010;1,5\n");
  g_autofree char *text = gr_file_dialect_describe (&dialect);

  g_assert_cmpstr (text, ==,
      "UTF-8 text, separated by semicolons, decimal comma, dates probably as day, month, year: please check, "
      "a header row.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/file-dialect/delimiters", test_delimiters);
  g_test_add_func ("/file-dialect/decimal-sign", test_decimal_sign);
  g_test_add_func ("/file-dialect/date-order", test_date_order);
  g_test_add_func ("/file-dialect/header", test_header);
  g_test_add_func ("/file-dialect/overrides", test_overrides);
  g_test_add_func ("/file-dialect/description", test_description);
  return g_test_run();
}
