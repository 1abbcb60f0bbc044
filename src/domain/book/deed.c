#include "deed.h"

void
gr_deed_free (GrDeed *deed)
{
  if (deed == NULL)
    return;
  g_free (deed->kind);
  g_free (deed->title);
  g_free (deed->who);
  g_free (deed);
}

void
gr_deed_change_free (GrDeedChange *change)
{
  if (change == NULL)
    return;
  g_free (change->deed_title);
  g_free (change->before);
  g_free (change->after);
  g_free (change);
}
