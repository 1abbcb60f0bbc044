#pragma once

#include "domain/base/progress.h"

/* A line on standard error that shows how far work is; silent where that is no terminal. */
typedef struct {
  gboolean is_shown;
  gint64 drawn_at;
  gboolean has_line;
} GrTerminalProgress;

void gr_terminal_progress_init (GrTerminalProgress *terminal, GrProgress *progress);
void gr_terminal_progress_end (GrTerminalProgress *terminal);
