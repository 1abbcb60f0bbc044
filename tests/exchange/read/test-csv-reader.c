#include "exchange/read/csv-reader.h"

#include <csv.h>
#include <glib.h>
#include <string.h>

/* Rows as "line:field|field" each, a broken one as "line:!". */
static void
note_row (GString *notes, const GrCellRow *row)
{
  g_string_append_printf (notes, "%" G_GUINT64_FORMAT ":", row->number);
  for (guint i = 0; i < row->n_cells; i++) {
    g_assert_cmpint (row->cells[i].kind, ==, GR_VALUE_TEXT);
    g_assert_cmpuint (strlen (row->cells[i].text), ==, row->cells[i].length);
    g_string_append_printf (notes, "%s%s", i > 0 ? "|" : "", row->cells[i].text);
  }
  g_string_append (notes, row->fault != NULL ? "!\n" : "\n");
}

/* @piece: bytes fed at a time */
static char *
read_all (const char *text, gsize length, char delimiter, gsize piece)
{
  GString *notes = g_string_new (NULL);
  g_autoptr (GrCsvReader) reader = gr_csv_reader_new (delimiter);
  const GrCellRow *row;

  for (gsize at = 0; at < length; at += piece) {
    gr_csv_reader_feed (reader, text + at, MIN (piece, length - at));
    while ((row = gr_csv_reader_next (reader)) != NULL)
      note_row (notes, row);
  }
  while ((row = gr_csv_reader_finish (reader)) != NULL)
    note_row (notes, row);
  g_assert_null (gr_csv_reader_next (reader));
  return g_string_free (notes, FALSE);
}

static void
test_reads_rows (void)
{
  static const struct {
    const char *text;
    const char *rows;
  } cases[] = {
      {"", ""},
      {"a,b\n1,2\n", "1:a|b\n2:1|2\n"},
      {"a,b\r\n1,2", "1:a|b\n2:1|2\n"},
      {"a,b\r1,2\r\r3\r", "1:a|b\n2:1|2\n4:3\n"},
      {"a\n\n \n\nb\n", "1:a\n5:b\n"},
      {" a , b c \n", "1:a|b c\n"},
      {",\n,,\n", "1:|\n2:||\n"},
      {"\"a,b\",c\n", "1:a,b|c\n"},
      {"\"a\nb\r\nc\",d\ne\n", "1:a\nb\r\nc|d\n4:e\n"},
      {"\"say \"\"hi\"\"\",x\n", "1:say \"hi\"|x\n"},
      {"12\" plate,x\n", "1:12\" plate|x\n"},
      {"\" a \",x\n", "1: a |x\n"},
      {"a,\"open\nb\n", "1:a!\n"},
      {"\"\",\"\"\n", "1:|\n"},
      {"\xc3\xa4,\xe2\x82\xac\n", "1:\xc3\xa4|\xe2\x82\xac\n"},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (gsize piece = 1; piece <= 7; piece++) {
      g_autofree char *rows = read_all (cases[i].text, strlen (cases[i].text), ',', piece);

      g_assert_cmpstr (rows, ==, cases[i].rows);
    }
}

static void
test_other_delimiters (void)
{
  g_autofree char *tabs = read_all ("a\t b \t\tc\n\t\n", 11, '\t', 100);
  g_autofree char *bars = read_all ("a,b|\"c|d\"\n", 10, '|', 100);

  g_assert_cmpstr (tabs, ==, "1:a|b||c\n2:|\n");
  g_assert_cmpstr (bars, ==, "1:a,b|c|d\n");
}

/* A quote that is never closed costs a bounded part of the file, not the rest of it. */
static void
test_a_lost_quote_ends (void)
{
  g_autoptr (GString) text = g_string_new ("a,b\n1,\"lost\n");
  g_autofree char *rows = NULL;

  while (text->len < 2 * GR_CSV_ROW_LIMIT)
    g_string_append (text, "some,more\n");
  rows = read_all (text->str, text->len, ',', 4096);
  g_assert_true (g_str_has_prefix (rows, "1:a|b\n2:1!\n"));
  g_assert_true (g_str_has_suffix (rows, "some|more\n"));
  g_assert_cmpuint (strlen (rows), >, GR_CSV_ROW_LIMIT / 2);
}

static void
test_an_endless_line_is_bounded (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *rows = NULL;

  while (text->len < 3 * GR_CSV_ROW_LIMIT)
    g_string_append (text, "x,");
  g_string_append (text, "\ny\n");
  rows = read_all (text->str, text->len, ',', 100000);
  g_assert_true (g_str_has_suffix (rows, "!\n2:y\n"));
}

typedef struct {
  GString *notes;
  gboolean is_row_begun;
} Oracle;

static void
oracle_field_cb (void *text, size_t length, void *data)
{
  Oracle *oracle = data;

  g_string_append (oracle->notes, oracle->is_row_begun ? "|" : "");
  g_string_append_len (oracle->notes, text, (gssize) length);
  oracle->is_row_begun = TRUE;
}

static void
oracle_row_cb (int terminator, void *data)
{
  Oracle *oracle = data;

  g_string_append_c (oracle->notes, '\n');
  oracle->is_row_begun = FALSE;
}

/* What libcsv alone makes of it, fed in one go. */
static char *
ask_libcsv (const char *text, gsize length)
{
  struct csv_parser parser;
  Oracle oracle = {g_string_new (NULL), FALSE};

  csv_init (&parser, 0);
  csv_parse (&parser, text, length, oracle_field_cb, oracle_row_cb, &oracle);
  csv_fini (&parser, oracle_field_cb, oracle_row_cb, &oracle);
  csv_free (&parser);
  return g_string_free (oracle.notes, FALSE);
}

static char *
drop_line_numbers (const char *rows)
{
  g_autoptr (GRegex) regex = g_regex_new ("^\\d+:", G_REGEX_MULTILINE, 0, NULL);

  return g_regex_replace (regex, rows, -1, 0, "", 0, NULL);
}

/* The fast path and libcsv must agree on any text, however it is cut. Quotes left open differ on purpose. */
static void
test_agrees_with_libcsv (void)
{
  static const char *const bits[] = {
      "a", "b1", ",", ",", ",", " ", "\t", "\"", "\"", "\"\"", "\n", "\n", "\r\n", "\r", "x y"};

  for (int round = 0; round < 5000; round++) {
    g_autoptr (GString) text = g_string_new (NULL);
    g_autofree char *ours = NULL, *bare = NULL, *theirs = NULL;
    int n = g_test_rand_int_range (1, 30);

    for (int i = 0; i < n; i++)
      g_string_append (text, bits[g_test_rand_int_range (0, G_N_ELEMENTS (bits))]);
    ours = read_all (text->str, text->len, ',', (gsize) g_test_rand_int_range (1, 12));
    if (strchr (ours, '!') != NULL)
      continue;
    bare = drop_line_numbers (ours);
    theirs = ask_libcsv (text->str, text->len);
    if (strcmp (bare, theirs) != 0)
      g_test_message ("differs on: %s", g_strescape (text->str, NULL));
    g_assert_cmpstr (bare, ==, theirs);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv-reader/reads-rows", test_reads_rows);
  g_test_add_func ("/csv-reader/other-delimiters", test_other_delimiters);
  g_test_add_func ("/csv-reader/a-lost-quote-ends", test_a_lost_quote_ends);
  g_test_add_func ("/csv-reader/an-endless-line-is-bounded", test_an_endless_line_is_bounded);
  g_test_add_func ("/csv-reader/agrees-with-libcsv", test_agrees_with_libcsv);
  return g_test_run();
}
