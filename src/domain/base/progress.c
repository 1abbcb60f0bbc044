#include "progress.h"

/**
 * gr_progress_report:
 * @progress: (nullable): %NULL reports to nobody and is never cancelled
 * @what: what is being done, in words for the user
 *
 * Returns: %FALSE with %G_IO_ERROR_CANCELLED where the work shall stop.
 */
gboolean
gr_progress_report (const GrProgress *progress, const char *what, double fraction, GError **error)
{
  if (progress == NULL)
    return TRUE;
  if (progress->report != NULL)
    progress->report (what, fraction, progress->data);
  return !g_cancellable_set_error_if_cancelled (progress->cancellable, error);
}
