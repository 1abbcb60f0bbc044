#pragma once

#include <glib.h>

/* One thing that was looked at: what was proved, or what is wrong, in words. */
typedef struct {
  gboolean is_proved;
  char *text;
} GrCheckFinding;

void gr_check_finding_free (GrCheckFinding *finding);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrCheckFinding, gr_check_finding_free)
