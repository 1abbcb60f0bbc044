#include "terminal-progress.h"

#include <stdio.h>
#include <unistd.h>

#define DRAW_INTERVAL (G_USEC_PER_SEC / 10)

static void
draw_cb (const char *what, double fraction, gpointer data)
{
  GrTerminalProgress *terminal = data;
  gint64 now = g_get_monotonic_time();

  if (now - terminal->drawn_at < DRAW_INTERVAL)
    return;
  terminal->drawn_at = now;
  terminal->has_line = TRUE;
  if (fraction >= 0)
    fprintf (stderr, "\r\033[K%s %3.0f %%", what, fraction * 100);
  else
    fprintf (stderr, "\r\033[K%s", what);
  fflush (stderr);
}

/**
 * gr_terminal_progress_init:
 * @progress: (out): draws on @terminal, which must not move
 */
void
gr_terminal_progress_init (GrTerminalProgress *terminal, GrProgress *progress)
{
  *terminal = (GrTerminalProgress){.is_shown = isatty (STDERR_FILENO) != 0};
  *progress = (GrProgress){terminal->is_shown ? draw_cb : NULL, terminal, NULL};
}

/* Takes the line away again. */
void
gr_terminal_progress_end (GrTerminalProgress *terminal)
{
  if (terminal->has_line)
    fputs ("\r\033[K", stderr);
  terminal->has_line = FALSE;
}
