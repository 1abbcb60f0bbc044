#pragma once

#include "app-test.h"

#include "app/models/paged-model.h"

/* How often rows were read, and how many. */
typedef struct {
  int n_fetches;
  int n_rows;
  int reading;
  int n_held; /* rows that were read and not freed yet */
} PagedCounter;

/* A row is its id and the time it was read. */
typedef struct {
  gint64 id;
  int reading;
  PagedCounter *counter;
} PagedRow;

GrPagedModel *paged_rows_make_model (PagedCounter *counter, gboolean selects_many);
void paged_rows_set_range (GrPagedModel *model, GrShop *shop, gint64 from, gsize n);
