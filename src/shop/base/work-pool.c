#include "work-pool.h"

#define CHUNKS_PER_THREAD    16
#define MOST_PIECES_A_CHUNK  64
#define REPORT_EVERY_SECONDS 0.05

/* What the threads share: where the next chunk starts, how much is done, whether to stop. */
typedef struct {
  const GrWork *work;
  gsize chunk;
  gint stop;
  gint n_done;
  GMutex mutex;
  GCond finished;
} Team;

static void
work_chunk_cb (gpointer first_plus_one, gpointer user_data)
{
  Team *team = user_data;
  gsize first = GPOINTER_TO_SIZE (first_plus_one) - 1;
  gsize end = MIN (first + team->chunk, team->work->n);

  for (gsize i = first; i < end && !g_atomic_int_get (&team->stop); i++)
    team->work->func (i, team->work->data);
  g_mutex_lock (&team->mutex);
  team->n_done += (int) (end - first);
  g_cond_signal (&team->finished);
  g_mutex_unlock (&team->mutex);
}

/* The calling thread tells and listens while the others work; the first error stops them. */
static gboolean
wait_for_team (Team *team, const GrProgress *progress, GError **error)
{
  const GrWork *work = team->work;
  gboolean ok = TRUE;
  int n_done = 0;

  while (n_done < (int) work->n) {
    gint64 until = g_get_monotonic_time() + (gint64) (REPORT_EVERY_SECONDS * G_TIME_SPAN_SECOND);
    double fraction;

    g_mutex_lock (&team->mutex);
    while (team->n_done < (int) work->n)
      if (!g_cond_wait_until (&team->finished, &team->mutex, until))
        break;
    n_done = team->n_done;
    g_mutex_unlock (&team->mutex);
    fraction = work->from + (work->to - work->from) * n_done / (double) work->n;
    if (ok && !gr_progress_report (progress, work->what, fraction, error)) {
      g_atomic_int_set (&team->stop, TRUE);
      ok = FALSE;
    }
  }
  return ok;
}

/**
 * gr_work_pool_run:
 *
 * Does @work on all processors and returns when all of it is done. Only the calling thread reports progress
 * and looks whether to stop; what was begun is finished first. The results don't depend on the number of threads.
 *
 * Returns: %FALSE with %G_IO_ERROR_CANCELLED; some pieces are then undone.
 */
gboolean
gr_work_pool_run (const GrWork *work, const GrProgress *progress, GError **error)
{
  guint n_threads = g_get_num_processors();
  Team team = {.work = work, .chunk = work->n / (n_threads * CHUNKS_PER_THREAD)};
  GThreadPool *pool;
  gboolean ok;

  team.chunk = CLAMP (team.chunk, 1, MOST_PIECES_A_CHUNK);
  g_mutex_init (&team.mutex);
  g_cond_init (&team.finished);
  pool = g_thread_pool_new (work_chunk_cb, &team, (int) n_threads, FALSE, NULL);
  for (gsize first = 0; first < work->n; first += team.chunk)
    g_thread_pool_push (pool, GSIZE_TO_POINTER (first + 1), NULL);
  ok = wait_for_team (&team, progress, error);
  g_thread_pool_free (pool, FALSE, TRUE);
  g_cond_clear (&team.finished);
  g_mutex_clear (&team.mutex);
  return ok;
}
