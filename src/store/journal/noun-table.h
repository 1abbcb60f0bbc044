#pragma once

#include "domain/book/nouns.h"
#include "store/file/database.h"

/**
 * GrNounTable:
 *
 * A table of rows that deeds change.
 * @name: what a row is, for people, in front of its label: "item"; %NULL for what is added to only, and not journaled
 * @label_sql: ?1 is a row's image: how a person knows it: "10002"
 * @items_sql: ?1 is a deed: the numbers of the items that its changes of these rows were about; %NULL for none
 */
typedef struct {
  const char *table;
  GrNouns nouns;
  const char *name;
  const char *label_sql;
  const char *items_sql;
} GrNounTable;

const GrNounTable *gr_noun_tables (gsize *n_tables);
const GrNounTable *gr_noun_table_find (const char *table);
gboolean gr_noun_table_is_journaled (const GrNounTable *table);
char *gr_noun_table_describe (GrDatabase *database, const GrNounTable *table, const char *row_id, const char *image);
