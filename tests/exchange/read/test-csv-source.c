#include "exchange/read/csv-source.h"

#include "exchange/read/cell-sample.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

typedef struct {
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  int handle = g_file_open_tmp ("granary-csv-XXXXXX.csv", &fixture->path, NULL);

  g_assert_cmpint (handle, >=, 0);
  g_close (handle, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_unlink (fixture->path);
  g_free (fixture->path);
}

static GrCsvSource *
open_text (const Fixture *fixture, const char *text)
{
  g_autoptr (GError) error = NULL;
  GrCsvSource *source;

  g_assert_true (g_file_set_contents (fixture->path, text, -1, NULL));
  source = gr_csv_source_new (fixture->path, &error);
  g_assert_no_error (error);
  return source;
}

/* Rows as "line:cell|cell", empty cells as "-", those with a fault as "cell!". */
static char *
read_all (GrCellSource *source)
{
  GString *notes = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  const GrCellRow *row;

  while (gr_cell_source_next (source, &row, &error) && row != NULL) {
    g_string_append_printf (notes, "%" G_GUINT64_FORMAT ":", row->number);
    for (guint i = 0; i < row->n_cells; i++) {
      const GrCell *cell = &row->cells[i];

      g_assert_cmpuint (strlen (cell->text), ==, cell->length);
      g_string_append_printf (notes, "%s%s%s", i > 0 ? "|" : "", cell->kind == GR_VALUE_EMPTY ? "-" : cell->text,
          cell->kind == GR_VALUE_ERROR ? "!" : "");
    }
    g_string_append (notes, row->fault != NULL ? " broken\n" : "\n");
  }
  g_assert_no_error (error);
  return g_string_free (notes, FALSE);
}

/* Nobody above has to know of quotes, of blanks in them, of guards or of the line that Excel puts before the header. */
static void
test_cells (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *text;
    const char *rows;
  } cases[] = {
      {"sep=;\na;b,c\n", "2:a|b,c\n"},
      {"a,b\nsep=,\n", "1:a|b\n2:sep=|-\n"},
      {"a\n\"sep=\"\n", "1:a\n2:sep=\n"},
      {"\" a \",\"\t\",b\n", "1:a|-|b\n"},
      {",,\n\na,\"\",'\n", "1:-|-|-\n3:a|-|'\n"},
      {"'=1+1,'a,\" '-x\"\n", "1:=1+1|'a|-x\n"},
      {"a,b\n1,\"open\n", "1:a|b\n2:1 broken\n"},
      {"a,b\n1,2", "1:a|b\n2:1|2\n"},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GrCellSource) source = gr_csv_source_cells (open_text (fixture, cases[i].text));
    g_autofree char *first = read_all (source), *again = NULL;

    g_assert_cmpstr (first, ==, cases[i].rows);
    gr_cell_source_rewind (source);
    again = read_all (source);
    g_assert_cmpstr (again, ==, first);
    g_assert_null (source->sheet);
  }
}

/* Bytes that are no text spoil their cells, not those beside them, and only in the encoding they are no text in. */
static void
test_spoilt_cells (Fixture *fixture, gconstpointer data)
{
  GrCsvSource *csv = open_text (fixture, "\xef\xbb\xbfitem,quantity\nB\xff,2\nC,3\n");
  g_autoptr (GrCellSource) source = gr_csv_source_cells (csv);
  g_autofree char *as_recognised = read_all (source), *as_told = NULL;
  GrCsvDialect dialect = *gr_csv_source_dialect (csv);

  g_assert_cmpint (dialect.encoding, ==, GR_ENCODING_UTF8);
  g_assert_cmpstr (as_recognised, ==, "1:item|quantity\n2:B\xef\xbf\xbd!|2\n3:C|3\n");
  dialect.encoding = GR_ENCODING_WINDOWS_1252;
  dialect.delimiter = ';';
  gr_csv_source_set_dialect (csv, &dialect);
  as_told = read_all (source);
  g_assert_true (g_str_has_suffix (as_told, "item,quantity\n2:Bÿ,2\n3:C,3\n"));
}

/* The sum is of the whole file, so it is there when the whole file was read; copies and rewinding begin anew. */
static void
test_reading_twice (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GrCellSource) source = NULL, copy = NULL;
  g_autofree char *all = NULL, *all_of_copy = NULL, *sum = NULL;
  const GrCellRow *row;

  while (text->len < 400000)
    g_string_append (text, "some,more\n");
  source = gr_csv_source_cells (open_text (fixture, text->str));
  g_assert_true (gr_cell_source_next (source, &row, NULL));
  g_assert_cmpfloat (source->fraction, >, 0);
  g_assert_cmpfloat (source->fraction, <, 0.9);
  g_assert_null (source->checksum);
  copy = gr_cell_source_copy (source);
  gr_cell_source_rewind (source);
  g_assert_null (source->checksum);
  g_assert_cmpfloat (source->fraction, ==, 0);
  all = read_all (source);
  g_assert_cmpfloat (source->fraction, ==, 1);
  sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text->str, -1);
  g_assert_cmpstr (source->checksum, ==, sum);
  g_assert_true (gr_cell_source_next (source, &row, NULL));
  g_assert_null (row);
  all_of_copy = read_all (copy);
  g_assert_cmpstr (all_of_copy, ==, all);
}

static void
test_a_file_that_goes_away (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GrCellSource) source = gr_csv_source_cells (open_text (fixture, "a,b\n"));
  g_autoptr (GrCellSource) sample = gr_cell_sample_new (source, &(GrCellSampleSize){10, 1000}, NULL);
  g_autoptr (GError) reading = NULL;
  g_autofree char *kept = NULL;
  const GrCellRow *row;

  g_unlink (fixture->path);
  g_assert_false (gr_cell_source_next (source, &row, &reading));
  g_assert_error (reading, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  kept = read_all (sample);
  g_assert_cmpstr (kept, ==, "1:a|b\n");
}

/* A sample is the first rows that hold anything, in memory: as many as were asked for. */
static void
test_sample (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GrCellSource) source = gr_csv_source_cells (open_text (fixture, ",\na,b\n,\nc,\n\nd,e\nf,g\n"));
  g_autoptr (GrCellSource) three = gr_cell_sample_new (source, &(GrCellSampleSize){3, 1000000}, NULL);
  g_autoptr (GrCellSource) one = gr_cell_sample_new (source, &(GrCellSampleSize){3, 1}, NULL);
  g_autoptr (GrCellSource) copy = gr_cell_source_copy (three);
  g_autofree char *rows = read_all (three), *again = NULL, *of_copy = read_all (copy), *first = read_all (one);

  g_assert_cmpstr (rows, ==, "2:a|b\n4:c|-\n6:d|e\n");
  g_assert_cmpfloat (three->fraction, ==, 1);
  gr_cell_source_rewind (three);
  again = read_all (three);
  g_assert_cmpstr (again, ==, rows);
  g_assert_cmpstr (of_copy, ==, rows);
  g_assert_cmpstr (first, ==, "2:a|b\n");
}

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/csv-source/cells", test_cells);
  ADD ("/csv-source/spoilt-cells", test_spoilt_cells);
  ADD ("/csv-source/reading-twice", test_reading_twice);
  ADD ("/csv-source/a-file-that-goes-away", test_a_file_that_goes_away);
  ADD ("/csv-source/sample", test_sample);
  return g_test_run();
}
