#pragma once

#include "domain/base/date.h"

/**
 * GrDeedHead:
 * @kind: what was done, for programs: "import-sales", "adjust-stock"
 * @title: the same for people, of gr_deed_title_new(): "Import of 743,589 sales"; %NULL where it is not known yet
 * @who: whose login did it
 */
typedef struct {
  const char *kind;
  const char *title;
  const char *who;
  GrInstant done_at;
  GrDate done_on;
} GrDeedHead;

/* A deed in the book, @title in the reader’s language; @undoes and @undone_by are 0 where there is none. */
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
