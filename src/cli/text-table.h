#pragma once

#include "domain/base/date.h"
#include "domain/plan/explanation.h"

#include <json-glib/json-glib.h>

/* A column: @key in JSON, @title above it in text, NULL for one that only programs want. Numbers stand to the right. */
typedef struct {
  const char *key;
  const char *title;
  gboolean is_number;
} GrColumn;

/**
 * GrTable:
 *
 * Rows for the terminal or for a program: filled cell by cell, a row being full when it has as many cells as there are
 * columns.
 */
typedef struct _GrTable GrTable;

GrTable *gr_table_new (const GrColumn *columns, guint n_columns);
void gr_table_free (GrTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrTable, gr_table_free)

void gr_table_text (GrTable *table, const char *text);
void gr_table_number (GrTable *table, gint64 value, int digits, int min_decimals);
void gr_table_real (GrTable *table, double value, int decimals);
void gr_table_date (GrTable *table, GrDate date);
void gr_table_word (GrTable *table, const char *id, const char *title);
void gr_table_explanation (GrTable *table, const GrExplanationLine *line);
void gr_table_flag (GrTable *table, gboolean flag, const char *word);

guint gr_table_n_rows (const GrTable *table);
void gr_table_print (const GrTable *table, GString *out);
JsonNode *gr_table_to_json (const GrTable *table);
JsonNode *gr_json_number (gint64 value, int digits);
