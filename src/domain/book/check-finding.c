#include "check-finding.h"

void
gr_check_finding_free (GrCheckFinding *finding)
{
  if (finding == NULL)
    return;
  g_free (finding->text);
  g_free (finding);
}
