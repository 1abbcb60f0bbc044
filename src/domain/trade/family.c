#include "family.h"

void
gr_family_free (GrFamily *family)
{
  if (family == NULL)
    return;
  g_free (family->name);
  g_free (family);
}
