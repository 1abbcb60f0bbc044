#pragma once

#include <glib.h>

#define GR_IMPORT_REPORT_ROWS 1000

/* Something wrong in a file: @line is a row of the sheet where it has sheets; @field and @value are %NULL where the row
 * as a whole is meant. */
typedef struct {
  guint64 line;
  char *field;
  char *reason;
  char *value;
} GrImportFault;

typedef struct {
  const char *reason;
  guint64 n;
} GrImportReasonCount;

/**
 * GrImportReport:
 *
 * What became of a file's rows: counts of all of them, and in words the first %GR_IMPORT_REPORT_ROWS faults.
 * @n_rows = @n_good + @n_bad. @checksum is the SHA-256 of the (unpacked) file, set when it was read to its end.
 */
typedef struct {
  char *file_name;
  char *sheet; /* (nullable) */
  guint64 n_rows;
  guint64 n_good;
  guint64 n_bad;
  guint64 n_rounded; /* prices with more than four decimals */
  char *checksum;
  GPtrArray *faults; /* GrImportFault */
  GHashTable *reasons;
} GrImportReport;

GrImportReport *gr_import_report_new (void);
void gr_import_report_free (GrImportReport *report);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrImportReport, gr_import_report_free)

void gr_import_report_set_file (GrImportReport *report, const char *file_name, const char *sheet);
void gr_import_report_add (
    GrImportReport *report, guint64 line, const char *field, const char *reason, const char *value);
char *gr_import_report_fault_text (const GrImportReport *report, const GrImportFault *fault);
char *gr_import_report_summary (const GrImportReport *report);
char *gr_import_report_to_text (const GrImportReport *report);
GArray *gr_import_report_reasons (const GrImportReport *report);
