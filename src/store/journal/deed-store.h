#pragma once

#include "store/file/database.h"

#include "domain/base/date.h"

/* What a deed touched, so that pages that show it refresh. */
typedef enum {
  GR_NOUN_SETTINGS = 1 << 0,
  GR_NOUN_ITEMS = 1 << 1,
  GR_NOUN_SUPPLIERS = 1 << 2,
  GR_NOUN_ORDERS = 1 << 3,
  GR_NOUN_STOCK = 1 << 4,
  GR_NOUN_SALES = 1 << 5,
  GR_NOUN_IMPORTS = 1 << 6,   /* the book of imported files */
  GR_NOUN_FORECASTS = 1 << 7, /* what the owner decided about them */
} GrNouns;

/**
 * GrDeedHead:
 * @kind: what was done, for programs: "import-sales", "adjust-stock"
 * @title: the same for people, translated, capitalised, without a full stop: "Import of 743,589 sales"
 * @who: whose login did it
 */
typedef struct {
  const char *kind;
  const char *title;
  const char *who;
  GrInstant done_at;
  GrDate done_on;
} GrDeedHead;

/* A deed in the book; @undoes and @undone_by are 0 where there is none. */
typedef struct {
  gint64 id;
  char *kind;
  char *title;
  char *who;
  GrInstant done_at;
  GrDate done_on;
  gint64 undoes;
  gint64 undone_by;
} GrDeed;

/* One row's change under a deed: its images before and after as JSON objects, %NULL where there was no row. */
typedef struct {
  gint64 deed_id;
  char *deed_title;
  GrInstant done_at;
  char *before;
  char *after;
} GrDeedChange;

void gr_deed_free (GrDeed *deed);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrDeed, gr_deed_free)
void gr_deed_change_free (GrDeedChange *change);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrDeedChange, gr_deed_change_free)

gboolean gr_deed_begin (GrDatabase *database, const GrDeedHead *head, GError **error);
gboolean gr_deed_set_title (GrDatabase *database, const char *title, GError **error);
gboolean gr_deed_finish (GrDatabase *database, gint64 *deed_id, GrNouns *nouns, GError **error);
void gr_deed_abandon (GrDatabase *database);

gboolean gr_deed_undo (GrDatabase *database, gint64 deed_id, const GrDeedHead *head, GrNouns *nouns, GError **error);
gboolean gr_deed_redo (GrDatabase *database, gint64 deed_id, const GrDeedHead *head, GrNouns *nouns, GError **error);
gboolean gr_deed_next_undo (GrDatabase *database, GrDeed **deed, GError **error);
gboolean gr_deed_next_redo (GrDatabase *database, GrDeed **deed, GError **error);

GrDeed *gr_deed_by_id (GrDatabase *database, gint64 deed_id, GError **error);
GPtrArray *gr_deed_list (GrDatabase *database, gint64 before_id, int limit, GError **error);
GPtrArray *gr_deed_row_history (GrDatabase *database, const char *table, gint64 row_id, GError **error);
