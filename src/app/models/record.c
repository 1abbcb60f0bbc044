#include "record.h"

/**
 * gr_record_new:
 * @data: (transfer full) (nullable):
 */
GrRecord *
gr_record_new (gpointer data, GDestroyNotify free_data)
{
  GrRecord *record = g_rc_box_new (GrRecord);

  *record = (GrRecord){data, free_data};
  return record;
}

GrRecord *
gr_record_ref (GrRecord *record)
{
  return g_rc_box_acquire (record);
}

static void
clear (gpointer data)
{
  GrRecord *record = data;

  if (record->data && record->free_data)
    record->free_data (record->data);
}

void
gr_record_unref (GrRecord *record)
{
  g_rc_box_release_full (record, clear);
}
