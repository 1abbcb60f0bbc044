#pragma once

#include <glib.h>

/**
 * GrRecord:
 * @data: (nullable): %NULL where there is nothing of that id any more
 *
 * What was read of one id; counted, as the cache and the row on screen both hold it.
 */
typedef struct {
  gpointer data;
  GDestroyNotify free_data;
} GrRecord;

GrRecord *gr_record_new (gpointer data, GDestroyNotify free_data);
GrRecord *gr_record_ref (GrRecord *record);
void gr_record_unref (GrRecord *record);
