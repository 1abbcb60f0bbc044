#include "event-record.h"

void
gr_event_record_free (GrEventRecord *record)
{
  if (record == NULL)
    return;
  gr_event_free (record->event);
  g_free (record);
}
