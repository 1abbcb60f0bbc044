#include "exchange/tables/import-file.h"

#include "domain/base/error.h"
#include "domain/trade/item.h"

#include <glib.h>
#include <string.h>

/* A second kind of file beside CSV: rows of typed cells in memory, as a workbook has them. It fails where its rows
 * end with a row of number 0. */
#define MAX_CELLS 8

typedef struct {
  guint64 number;
  GrCell cells[MAX_CELLS];
  const char *fault;
} Row;

typedef struct {
  GrCellSource parent;
  const Row *rows;
  gsize n_rows;
  gsize at;
  GrCell cells[MAX_CELLS];
  GrCellRow row;
} ArraySource;

#define TEXT(string)                                                                                                   \
  {                                                                                                                    \
    .kind = GR_VALUE_TEXT, .text = (char *) (string), .length = sizeof (string) - 1                                    \
  }
#define NUMBER(value)                                                                                                  \
  {                                                                                                                    \
    .kind = GR_VALUE_NUMBER, .number = (value)                                                                         \
  }
#define BOOLEAN(value)                                                                                                 \
  {                                                                                                                    \
    .kind = GR_VALUE_BOOLEAN, .number = (value)                                                                        \
  }
#define DATE(days)                                                                                                     \
  {                                                                                                                    \
    .kind = GR_VALUE_DATE, .date = (days)                                                                              \
  }
#define BROKEN(string)                                                                                                 \
  {                                                                                                                    \
    .kind = GR_VALUE_ERROR, .text = (char *) (string), .length = sizeof (string) - 1, .fault = "is broken"             \
  }
#define NOTHING                                                                                                        \
  {                                                                                                                    \
    .kind = GR_VALUE_EMPTY                                                                                             \
  }

#define JULY_1 15156 /* 2011-07-01 */

static void
rewind_array (GrCellSource *source)
{
  ((ArraySource *) source)->at = 0;
  source->checksum = NULL;
}

static gboolean
next_of_array (GrCellSource *source, const GrCellRow **row, GError **error)
{
  ArraySource *self = (ArraySource *) source;
  const Row *from = &self->rows[self->at];

  *row = NULL;
  source->fraction = (double) self->at / (double) self->n_rows;
  if (self->at == self->n_rows) {
    source->checksum = "sum";
    return TRUE;
  }
  if (from->number == 0) {
    g_set_error_literal (error, GR_ERROR, GR_ERROR_IO, "the sheet ends in the middle");
    return FALSE;
  }
  memcpy (self->cells, from->cells, sizeof self->cells);
  self->row = (GrCellRow){from->number, MAX_CELLS, self->cells, from->fault};
  *row = &self->row;
  self->at++;
  return TRUE;
}

static GrCellSource *copy_array (const GrCellSource *source);

static void
free_array (GrCellSource *source)
{
  g_free (source);
}

static const GrCellSourceClass array_class = {rewind_array, next_of_array, copy_array, free_array};

static GrCellSource *
make_source (const Row *rows, gsize n_rows)
{
  ArraySource *self = g_new0 (ArraySource, 1);

  self->parent = (GrCellSource){.class = &array_class, .sheet = "June"};
  self->rows = rows;
  self->n_rows = n_rows;
  return &self->parent;
}

static GrCellSource *
copy_array (const GrCellSource *source)
{
  const ArraySource *self = (const ArraySource *) source;

  return make_source (self->rows, self->n_rows);
}

static GrImportFile *
open_rows (const Row *rows, gsize n_rows, GrImportKind kind)
{
  g_autoptr (GError) error = NULL;
  GrImportFile *file = gr_import_file_new ("book.xlsx", make_source (rows, n_rows), kind, &error);

  g_assert_no_error (error);
  return file;
}

/* Every good row as "number field=value ...". */
static GrImportVerdict
note_row_cb (const GrImportRow *row, gpointer data, GError **error)
{
  GString *notes = data;

  g_string_append_printf (notes, "%" G_GUINT64_FORMAT, row->line);
  for (int i = 0; i < row->table->n_fields; i++) {
    const GrImportField *field = &row->table->fields[i];
    const GrImportCell *cell = &row->cells[i];

    g_assert_cmpuint (strlen (cell->text), ==, cell->length);
    if (!cell->is_set)
      continue;
    if (field->type == GR_FIELD_TEXT)
      g_string_append_printf (notes, " %s=%s", field->id, cell->text);
    else
      g_string_append_printf (notes, " %s=%" G_GINT64_FORMAT "%s", field->id,
          field->type == GR_FIELD_DATE ? cell->date : cell->number, cell->is_rounded ? "~" : "");
  }
  g_string_append_c (notes, '\n');
  return GR_IMPORT_TAKEN;
}

/* What is read, then what is wrong. */
static char *
read_all (GrImportFile *file)
{
  GString *notes = g_string_new (NULL);
  g_autoptr (GrImportReport) report = gr_import_report_new();
  g_autoptr (GError) error = NULL;

  g_assert_true (gr_import_file_read (file, note_row_cb, notes, report, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (report->n_rows, ==, report->n_good + report->n_bad);
  g_assert_cmpstr (report->checksum, ==, "sum");
  for (guint i = 0; i < report->faults->len; i++) {
    g_autofree char *text = gr_import_report_fault_text (report, report->faults->pdata[i]);

    g_string_append_printf (notes, "%s\n", text);
  }
  return g_string_free (notes, FALSE);
}

#define ASSERT_READS(rows, kind, text)                                                                                 \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_autoptr (GrImportFile) file_ = open_rows (rows, G_N_ELEMENTS (rows), kind);                                      \
    g_autofree char *all_ = read_all (file_);                                                                          \
                                                                                                                       \
    g_assert_cmpstr (all_, ==, text);                                                                                  \
  }                                                                                                                    \
  G_STMT_END

#define SALES_TITLES TEXT ("Item"), TEXT ("Quantity"), TEXT ("Date"), TEXT ("Unit price"), TEXT ("Invoice")

/* Rows keep the sheet's own numbers, empty ones between them are passed over, and a code that was typed as a number is
 * the text it looks like. */
static void
test_typed_sales (void)
{
  static const Row rows[] = {
      {3, {NOTHING, NOTHING}},
      {4, {SALES_TITLES}},
      {5, {NUMBER (85123), NUMBER (2), DATE (JULY_1), NUMBER (2.55), NUMBER (5901234123457)}},
      {6, {NOTHING}},
      {9, {TEXT ("A-1"), NUMBER (-1.5), DATE (JULY_1 - 1), NOTHING, TEXT ("R 7")}},
  };
  g_autoptr (GrImportFile) file = open_rows (rows, G_N_ELEMENTS (rows), GR_IMPORT_GUESS);

  g_assert_cmpint (gr_import_file_layout (file)->table->kind, ==, GR_IMPORT_SALES);
  g_assert_true (gr_import_file_layout (file)->dialect.cells.has_header);
  g_assert_true (gr_import_file_layout (file)->dialect.cells.is_date_order_sure);
  ASSERT_READS (rows, GR_IMPORT_GUESS,
      "5 item=85123 quantity=2000 date=15156 invoice=5901234123457 unit_price=25500\n"
      "9 item=A-1 quantity=-1500 date=15155 invoice=R 7\n");
}

/* Texts that say decimal comma, and day first, say nothing about cells that have a type. */
static void
test_types_need_no_guess (void)
{
  static const Row rows[] = {
      {1, {SALES_TITLES}},
      {2, {TEXT ("A"), TEXT ("1,5"), TEXT ("13/07/2011"), TEXT ("1.234,5")}},
      {3, {TEXT ("A"), NUMBER (1.5), DATE (JULY_1), NUMBER (1234.5)}},
      {4, {TEXT ("A"), NUMBER (1.234), DATE (JULY_1), NUMBER (0.1 + 0.2)}},
      {5, {TEXT ("A"), NUMBER (1.1 * 3), DATE (JULY_1), NUMBER (2.0 / 3)}},
      {6, {TEXT ("A"), NUMBER (999999999.999), NUMBER (40725), NUMBER (1e-5)}},
      {7, {TEXT ("A"), NUMBER (1), NUMBER (40725.75), NUMBER (0)}},
      {8, {TEXT ("A"), NUMBER (1), NUMBER (20110701), NUMBER (0)}},
  };

  ASSERT_READS (rows, GR_IMPORT_SALES,
      "2 item=A quantity=1500 date=15168 unit_price=12345000\n"
      "3 item=A quantity=1500 date=15156 unit_price=12345000\n"
      "4 item=A quantity=1234 date=15156 unit_price=3000\n"
      "5 item=A quantity=3300 date=15156 unit_price=6667~\n"
      "6 item=A quantity=999999999999 date=15156 unit_price=0~\n"
      "7 item=A quantity=1000 date=15156 unit_price=0\n"
      "8 item=A quantity=1000 date=15156 unit_price=0\n");
}

static void
test_truth_and_shares (void)
{
  static const Row rows[] = {
      {1, {TEXT ("item"), TEXT ("stocked"), TEXT ("active"), TEXT ("service level"), TEXT ("unit")}},
      {2, {TEXT ("A"), BOOLEAN (1), BOOLEAN (1), NUMBER (0.95), TEXT ("pcs")}},
      {3, {TEXT ("B"), BOOLEAN (0), BOOLEAN (0), NUMBER (97.3), BOOLEAN (1)}},
      {4, {TEXT ("C"), NUMBER (1), NUMBER (0), TEXT ("95 %"), DATE (JULY_1)}},
  };

  g_assert_cmpint (GR_ITEM_ACTIVE, !=, GR_ITEM_DISCONTINUED);
  g_assert_cmpint (GR_ITEM_ACTIVE, ==, 0);
  ASSERT_READS (rows, GR_IMPORT_ITEMS,
      "2 item=A status=0 unit=pcs service_level=950000 stocked=1\n"
      "3 item=B status=1 unit=TRUE service_level=973000 stocked=0\n"
      "4 item=C status=1 unit=2011-07-01 service_level=950000 stocked=1\n");
}

/* A torn row's cells mean nothing, and a typed cell has no order to tell: neither settles which number is the day. */
static void
test_what_tells_no_date_order (void)
{
  static const Row rows[] = {
      {1, {SALES_TITLES}},
      {2, {TEXT ("A"), NUMBER (1), TEXT ("01/13/2011")}, "is torn"},
      {3, {TEXT ("A"), NUMBER (1), TEXT ("01/02/2011")}},
      {4, {TEXT ("A"), NUMBER (1), DATE (JULY_1)}},
      {5, {TEXT ("A"), NUMBER (1), NUMBER (40725)}},
  };
  g_autoptr (GrImportFile) file = open_rows (rows, G_N_ELEMENTS (rows), GR_IMPORT_SALES);

  g_assert_cmpint (gr_import_file_layout (file)->dialect.cells.date_order, ==, GR_DATE_ORDER_DMY);
  g_assert_false (gr_import_file_layout (file)->dialect.cells.is_date_order_sure);
}

/* Each with the sheet and its own number for the row. */
static void
test_faults_of_sales (void)
{
  static const Row rows[] = {
      {1, {TEXT ("?")}, "is torn"},
      {2, {SALES_TITLES}},
      {3, {TEXT ("A"), BROKEN ("#N/A"), DATE (JULY_1)}},
      {4, {TEXT ("A"), DATE (JULY_1), DATE (JULY_1)}},
      {5, {TEXT ("A"), BOOLEAN (1), DATE (JULY_1)}},
      {6, {TEXT ("A"), NUMBER (1.0001), DATE (JULY_1)}},
      {7, {TEXT ("A"), NUMBER (1e300), DATE (JULY_1)}},
      {8, {TEXT ("A"), NUMBER (1e9), DATE (JULY_1)}},
      {9, {TEXT ("A"), NUMBER (1), NUMBER (4.5), NUMBER (-1e9)}},
      {10, {TEXT ("A"), NUMBER (1), BOOLEAN (0), DATE (JULY_1)}},
      {11, {NOTHING, NUMBER (1), DATE (JULY_1)}},
      {12, {TEXT ("A")}, "is torn"},
  };

  ASSERT_READS (rows, GR_IMPORT_SALES,
      "book.xlsx (June):1: is torn\n"
      "book.xlsx (June):3: quantity: “#N/A” is broken\n"
      "book.xlsx (June):4: quantity: “2011-07-01” is not a number\n"
      "book.xlsx (June):5: quantity: “TRUE” is not a number\n"
      "book.xlsx (June):6: quantity: “1.0001” has more than three decimals\n"
      "book.xlsx (June):7: quantity: “1e+300” is too large\n"
      "book.xlsx (June):8: quantity: “1000000000” is too large\n"
      "book.xlsx (June):9: date: “4.5” is not a date written as an Excel day number\n"
      "book.xlsx (June):9: unit_price: “-1000000000” is too large\n"
      "book.xlsx (June):10: date: “FALSE” is not a date written year, month, day\n"
      "book.xlsx (June):10: unit_price: “2011-07-01” is not a number\n"
      "book.xlsx (June):11: item: is missing\n"
      "book.xlsx (June):12: is torn\n");
}

static void
test_faults_of_others (void)
{
  static const Row suppliers[] = {
      {1, {TEXT ("supplier"), TEXT ("lead time")}},
      {2, {TEXT ("S"), NUMBER (14)}},
      {3, {TEXT ("S"), NUMBER (14.5)}},
      {4, {TEXT ("S"), NUMBER (-1)}},
      {5, {TEXT ("S"), DATE (JULY_1)}},
      {6, {TEXT ("S"), NUMBER (1e19)}},
  };
  static const Row items[] = {
      {1, {TEXT ("item"), TEXT ("stocked"), TEXT ("active"), TEXT ("service level")}},
      {2, {TEXT ("A"), NUMBER (2), NUMBER (0.5), NUMBER (1)}},
      {3, {TEXT ("A"), DATE (JULY_1), DATE (JULY_1), BOOLEAN (1)}},
      {4, {TEXT ("A"), NOTHING, NOTHING, NUMBER (0)}},
      {5, {TEXT ("A"), NOTHING, NOTHING, NUMBER (100)}},
  };

  ASSERT_READS (suppliers, GR_IMPORT_SUPPLIERS,
      "2 supplier=S lead_time_days=14\n"
      "book.xlsx (June):3: lead_time_days: “14.5” is not a whole number\n"
      "book.xlsx (June):4: lead_time_days: “-1” is below zero\n"
      "book.xlsx (June):5: lead_time_days: “2011-07-01” is not a whole number\n"
      "book.xlsx (June):6: lead_time_days: “1e+19” is too large\n");
  ASSERT_READS (items, GR_IMPORT_ITEMS,
      "book.xlsx (June):2: status: “0.5” must be active or discontinued\n"
      "book.xlsx (June):2: service_level: “1” must be between 0 and 100%\n"
      "book.xlsx (June):2: stocked: “2” must be yes or no\n"
      "book.xlsx (June):3: status: “2011-07-01” must be active or discontinued\n"
      "book.xlsx (June):3: service_level: “TRUE” is not a percentage\n"
      "book.xlsx (June):3: stocked: “2011-07-01” must be yes or no\n"
      "book.xlsx (June):4: service_level: “0” must be between 0 and 100%\n"
      "book.xlsx (June):5: service_level: “100” must be between 0 and 100%\n");
}

/* A first row with a number in it is data, however its text looks. */
static void
test_without_titles (void)
{
  static const Row rows[] = {{1, {TEXT ("A"), NUMBER (1)}}, {2, {TEXT ("B"), NUMBER (2)}}};
  g_autoptr (GrImportFile) file = open_rows (rows, G_N_ELEMENTS (rows), GR_IMPORT_STOCK);
  g_autofree char *all = NULL;

  g_assert_false (gr_import_file_layout (file)->dialect.cells.has_header);
  g_assert_cmpstr (gr_import_file_layout (file)->titles[1], ==, "Column 2");
  gr_import_file_assign (file, GR_STOCK_ITEM, 0);
  gr_import_file_assign (file, GR_STOCK_QUANTITY, 1);
  all = read_all (file);
  g_assert_cmpstr (all, ==, "1 item=A quantity=1000\n2 item=B quantity=2000\n");
}

static void
test_preview_and_copy (void)
{
  static const Row rows[] = {
      {1, {TEXT ("item"), TEXT ("quantity"), NUMBER (2011)}},
      {2, {TEXT ("A"), NUMBER (1.25), DATE (JULY_1)}},
      {3, {TEXT ("B"), BROKEN ("#REF!"), BOOLEAN (1)}},
  };
  g_autoptr (GrImportFile) file = NULL, copy = NULL;
  g_autoptr (GPtrArray) shown = NULL;
  const GrImportPreviewRow *row;
  GrFileDialect dialect;

  file = open_rows (rows, G_N_ELEMENTS (rows), GR_IMPORT_STOCK);
  dialect = gr_import_file_layout (file)->dialect;
  g_assert_false (dialect.cells.has_header);
  dialect.cells.has_header = TRUE;
  gr_import_file_set_dialect (file, &dialect);
  g_assert_cmpstr (gr_import_file_layout (file)->titles[2], ==, "2011");
  copy = gr_import_file_copy (file);
  g_clear_pointer (&file, gr_import_file_free);
  shown = gr_import_file_preview (copy, 10);
  g_assert_cmpuint (shown->len, ==, 2);
  row = shown->pdata[0];
  g_assert_cmpuint (row->line, ==, 2);
  g_assert_cmpstr (row->texts[1], ==, "1.25");
  g_assert_cmpint (row->cells[1].number, ==, 1250);
  g_assert_cmpstr (row->texts[2], ==, "2011-07-01");
  row = shown->pdata[1];
  g_assert_cmpstr (row->texts[1], ==, "#REF!");
  g_assert_cmpstr (row->faults[1], ==, "is broken");
  g_assert_cmpstr (row->texts[2], ==, "TRUE");
}

/* A sheet that ends in the middle fails as a whole, wherever the end comes. */
static void
test_a_source_that_fails (void)
{
  static const Row rows[] = {{1, {TEXT ("item"), TEXT ("quantity")}}, {2, {TEXT ("A"), NUMBER (1)}}, {0}};
  g_autoptr (GrImportReport) report = gr_import_report_new();
  g_autoptr (GString) notes = g_string_new (NULL);
  g_autoptr (GError) opening = NULL, reading = NULL;
  g_autofree Row *many = g_new0 (Row, 1002);
  g_autoptr (GrImportFile) file = NULL;

  g_assert_null (gr_import_file_new ("book.xlsx", make_source (rows, G_N_ELEMENTS (rows)), GR_IMPORT_STOCK, &opening));
  g_assert_error (opening, GR_ERROR, GR_ERROR_IO);
  for (guint i = 0; i < 1001; i++) {
    many[i] = rows[i > 0];
    many[i].number = i + 1;
  }
  file = open_rows (many, 1002, GR_IMPORT_STOCK);
  g_assert_false (gr_import_file_read (file, note_row_cb, notes, report, NULL, &reading));
  g_assert_error (reading, GR_ERROR, GR_ERROR_IO);
  g_assert_cmpuint (report->n_good, ==, 1000);
  g_assert_null (report->checksum);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typed-import/sales", test_typed_sales);
  g_test_add_func ("/typed-import/types-need-no-guess", test_types_need_no_guess);
  g_test_add_func ("/typed-import/truth-and-shares", test_truth_and_shares);
  g_test_add_func ("/typed-import/what-tells-no-date-order", test_what_tells_no_date_order);
  g_test_add_func ("/typed-import/faults-of-sales", test_faults_of_sales);
  g_test_add_func ("/typed-import/faults-of-others", test_faults_of_others);
  g_test_add_func ("/typed-import/without-titles", test_without_titles);
  g_test_add_func ("/typed-import/preview-and-copy", test_preview_and_copy);
  g_test_add_func ("/typed-import/a-source-that-fails", test_a_source_that_fails);
  return g_test_run();
}
