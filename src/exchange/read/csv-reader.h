#pragma once

#include <glib.h>

/* Valid UTF-8, blanks around unquoted text taken off, ended by a NUL that @length does not count. It may be written to.
 */
typedef struct {
  char *text;
  gsize length;
} GrCsvField;

/**
 * GrCsvRow:
 * @line: the physical line it begins on, from 1
 * @last_line: the one it ends on: later where a quoted field holds line breaks
 * @is_broken: a quote opened here is not closed within %GR_CSV_ROW_LIMIT bytes or before the end of the file
 *
 * Valid only during the call.
 */
typedef struct {
  guint64 line;
  guint64 last_line;
  guint n_fields;
  GrCsvField *fields;
  gboolean is_broken;
} GrCsvRow;

#define GR_CSV_ROW_LIMIT (256 * 1024)

/* Returns %FALSE to stop reading. */
typedef gboolean (*GrCsvRowFunc) (const GrCsvRow *row, gpointer data);

typedef struct _GrCsvReader GrCsvReader;

GrCsvReader *gr_csv_reader_new (char delimiter, GrCsvRowFunc func, gpointer data);
void gr_csv_reader_free (GrCsvReader *reader);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrCsvReader, gr_csv_reader_free)

gboolean gr_csv_reader_feed (GrCsvReader *reader, const char *text, gsize length);
gboolean gr_csv_reader_finish (GrCsvReader *reader);
