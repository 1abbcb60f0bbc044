#pragma once

#include "domain/base/date.h"

#include <gio/gio.h>

/**
 * GrCsvWriter:
 *
 * A CSV file by RFC 4180, UTF-8, plain numbers and YYYY-MM-DD dates. It appears under its name only when
 * gr_csv_writer_close() succeeds; freed before that, it leaves nothing behind.
 */
typedef struct _GrCsvWriter GrCsvWriter;

GrCsvWriter *gr_csv_writer_new (const char *path, GError **error);
void gr_csv_writer_free (GrCsvWriter *writer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrCsvWriter, gr_csv_writer_free)

void gr_csv_writer_text (GrCsvWriter *writer, const char *text);
void gr_csv_writer_number (GrCsvWriter *writer, gint64 value, int digits);
void gr_csv_writer_row_end (GrCsvWriter *writer);
gboolean gr_csv_writer_close (GrCsvWriter *writer, GError **error);
