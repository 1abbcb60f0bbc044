#pragma once

#include <gio/gio.h>

/**
 * GrProgress:
 *
 * How long work tells where it is and hears that it shall stop. @report may be %NULL; it is called on the
 * thread that works, at most some fifty times a second, with @fraction in 0..1 or -1 where unknown.
 */
typedef struct {
  void (*report) (const char *what, double fraction, gpointer data);
  gpointer data;
  GCancellable *cancellable;
} GrProgress;

gboolean gr_progress_report (const GrProgress *progress, const char *what, double fraction, GError **error);
