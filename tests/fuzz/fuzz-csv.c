/* Feeds arbitrary bytes to the whole way of a CSV file, with libFuzzer:
 *
 *     CC=clang meson setup build-fuzz -Dapp=false -Db_sanitize=address,undefined -Db_lundef=false \
 *         -Dc_args=-fsanitize=fuzzer-no-link
 *     ninja -C build-fuzz tests/fuzz/fuzz-csv
 *     build-fuzz/tests/fuzz/fuzz-csv -max_len=4096 CORPUS tests/fixtures
 *
 * TMPDIR=/dev/shm makes it several times faster. It is built only so; the random mutations of tests/exchange run
 * everywhere. */

#include "exchange/tables/import-file.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput (const guint8 *bytes, gsize length);

static GrImportVerdict
check_row_cb (const GrImportRow *row, gpointer data, GError **error)
{
  for (int i = 0; i < row->table->n_fields; i++) {
    g_assert (strlen (row->cells[i].text) == row->cells[i].length);
    g_assert (g_utf8_validate (row->cells[i].text, -1, NULL));
  }
  return GR_IMPORT_TAKEN;
}

static void
read_as (const char *path, GrImportKind kind)
{
  g_autoptr (GrImportFile) file = gr_import_file_open (path, kind, NULL);
  g_autoptr (GrImportReport) report = gr_import_report_new();

  if (file == NULL)
    return;
  for (int i = 0; kind < GR_N_IMPORT_KINDS && i < gr_import_file_layout (file)->table->n_fields; i++)
    if (gr_import_file_layout (file)->columns[i] < 0 && i < (int) gr_import_file_layout (file)->n_columns)
      gr_import_file_assign (file, i, i);
  g_ptr_array_unref (gr_import_file_preview (file, 10));
  if (gr_import_file_check (file, NULL) && gr_import_file_read (file, check_row_cb, NULL, report, NULL, NULL))
    g_assert (report->n_rows == report->n_good + report->n_bad);
}

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize length)
{
  g_autofree char *path = g_strdup_printf ("%s/granary-fuzz-%d.csv", g_get_tmp_dir(), (int) getpid());

  g_unlink (path); /* a file that is not replaced is not flushed to disk */
  if (g_file_set_contents (path, (const char *) bytes, (gssize) length, NULL))
    for (guint kind = 0; kind <= GR_N_IMPORT_KINDS; kind++)
      read_as (path, (GrImportKind) kind);
  return 0;
}
