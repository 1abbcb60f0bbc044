#pragma once

#include "domain/base/clock.h"
#include "domain/base/date.h"

/**
 * GrImportChoices:
 * @dry_run: read and judge everything, keep nothing
 * @create_missing: sales, stock: create items that are not known; items: create suppliers and families (these always
 * are)
 * @skip_bad: keep the good rows where some are bad; otherwise one bad row refuses the file
 * @again: import although a file of the same content was imported before (rows that are there already never double)
 */
typedef struct {
  gboolean dry_run;
  gboolean create_missing;
  gboolean skip_bad;
  gboolean again;
} GrImportChoices;

/**
 * GrImportOutcome:
 *
 * What an import did, or would do in a dry run. @n_repeated rows gave way to a later one about the same. @sentence says
 * it to a person. @imported_before_at is when a file of the same content was imported, 0 where none was.
 */
typedef struct {
  gint64 n_rows;
  gint64 n_new;
  gint64 n_changed;
  gint64 n_already_there;
  gint64 n_repeated;
  gint64 n_bad;
  gint64 n_items_created;
  gint64 n_moves;
  GrDate first_on;
  GrDate last_on;
  gint64 deed_id;
  GrInstant imported_before_at;
  char *sentence;
} GrImportOutcome;

void gr_import_outcome_clear (GrImportOutcome *outcome);
