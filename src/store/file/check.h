#pragma once

#include "database.h"

#include "domain/base/progress.h"

/* One thing that was looked at: what was proved, or what is wrong, in words. */
typedef struct {
  gboolean is_proved;
  char *text;
} GrCheckFinding;

void gr_check_finding_free (GrCheckFinding *finding);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrCheckFinding, gr_check_finding_free)

GPtrArray *gr_check_run (GrDatabase *database, const GrProgress *progress, GError **error);
gboolean gr_check_is_clean (const GPtrArray *findings);
