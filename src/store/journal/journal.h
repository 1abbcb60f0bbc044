#pragma once

#include "store/file/database.h"

/**
 * GrJournalTable:
 *
 * A table whose changes are journaled, with the statements that read and put back a row's image. They live as
 * long as the program and take: a key (@read, @remove), or an image (@insert, @update).
 */
typedef struct {
  const char *name;
  const char *read;
  const char *remove;
  const char *insert;
  const char *update;
} GrJournalTable;

gboolean gr_journal_remove (GrDatabase *database, GError **error);
gboolean gr_journal_install (GrDatabase *database, GError **error);

gboolean gr_journal_table (GrDatabase *database, const char *name, GrJournalTable *table, GError **error);
