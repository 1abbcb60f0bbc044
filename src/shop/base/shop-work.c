#include "shop-private.h"

#define REPORT_INTERVAL (G_USEC_PER_SEC / 30)

/* Where a report goes: the thread that asked for the work. */
typedef struct {
  GTask *task;
  GMainContext *context;
  gint64 reported_at;
} Desk;

/* Something to say on that thread. */
typedef struct {
  GTask *task;
  char *what;
  double fraction;
  GrNouns changes;
} Note;

static void
work_free (GrShopWork *work)
{
  if (work->free_data != NULL)
    work->free_data (work->data);
  g_free (work);
}

static void
note_free (gpointer data)
{
  Note *note = data;

  g_object_unref (note->task);
  g_free (note->what);
  g_free (note);
}

static gboolean
tell_progress_cb (gpointer data)
{
  Note *note = data;
  GrShopWork *work = g_task_get_task_data (note->task);

  if (!g_task_get_completed (note->task))
    work->progress (note->what, note->fraction, work->progress_data);
  return G_SOURCE_REMOVE;
}

static gboolean
tell_changes_cb (gpointer data)
{
  Note *note = data;

  gr_shop_announce (g_task_get_source_object (note->task), note->changes);
  return G_SOURCE_REMOVE;
}

/* Not g_main_context_invoke(): that may run it on this thread while the other one sits outside its loop. */
static void
post (const Desk *desk, GSourceFunc func, Note *note)
{
  g_autoptr (GSource) source = g_idle_source_new();

  note->task = g_object_ref (desk->task);
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, func, note, note_free);
  g_source_attach (source, desk->context);
}

static void
report_cb (const char *what, double fraction, gpointer data)
{
  Desk *desk = data;
  gint64 now = g_get_monotonic_time();
  Note *note;

  if (now - desk->reported_at < REPORT_INTERVAL)
    return;
  desk->reported_at = now;
  note = g_new0 (Note, 1);
  note->what = g_strdup (what);
  note->fraction = fraction;
  post (desk, tell_progress_cb, note);
}

static void
interrupt_cb (GCancellable *cancellable, gpointer database)
{
  gr_database_interrupt (database);
}

static gpointer
do_job (GrShop *shop, const GrShopWork *work, const GrProgress *progress, GError **error)
{
  GCancellable *cancellable = progress->cancellable;
  GError *local = NULL;
  gpointer result;
  gulong handler = 0;

  if (cancellable != NULL)
    handler = g_cancellable_connect (cancellable, G_CALLBACK (interrupt_cb), gr_shop_database (shop), NULL);
  result = work->job (shop, work->data, progress, &local);
  if (cancellable != NULL)
    g_cancellable_disconnect (cancellable, handler);
  if (result == NULL && g_cancellable_is_cancelled (cancellable) &&
      !g_error_matches (local, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
    g_clear_error (&local);
    g_cancellable_set_error_if_cancelled (cancellable, &local);
  }
  if (local != NULL)
    g_propagate_error (error, local);
  return result;
}

static void
work_cb (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const GrShopWork *work = task_data;
  Desk desk = {task, g_task_get_context (task), 0};
  GrProgress progress = {work->progress != NULL ? report_cb : NULL, &desk, cancellable};
  GError *error = NULL;
  GrShop *shop = gr_shop_borrow (source, &error);
  gpointer result = shop != NULL ? do_job (shop, work, &progress, &error) : NULL;
  GrNouns changes = shop != NULL ? gr_shop_take_announced (shop) : GR_NOUN_NONE;

  if (changes != GR_NOUN_NONE) {
    Note *note = g_new0 (Note, 1);

    note->changes = changes;
    post (&desk, tell_changes_cb, note);
  }
  if (shop != NULL) /* one that wrote much holds much memory */
    gr_shop_give_back (source, shop, result != NULL && changes == GR_NOUN_NONE);
  if (result != NULL)
    g_task_return_pointer (task, result, work->free_result);
  else
    g_task_return_error (task, error);
}

/**
 * gr_shop_run_async:
 * @work: copied; its data are freed when the work is over
 * @cancellable: (nullable): cancelling interrupts even a long statement; what the deed under way did is taken back
 *
 * Does a job in a thread, with a shop of its own on the same file. "changed" is emitted here for the deeds it did,
 * before @done is called.
 */
void
gr_shop_run_async (
    GrShop *shop, const GrShopWork *work, GCancellable *cancellable, GAsyncReadyCallback done, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (shop, cancellable, done, user_data);

  g_task_set_source_tag (task, gr_shop_run_async);
  g_task_set_check_cancellable (task, FALSE); /* a deed that is in the file was done, cancelled or not */
  g_task_set_task_data (task, g_memdup2 (work, sizeof *work), (GDestroyNotify) work_free);
  g_task_run_in_thread (task, work_cb);
}

/**
 * gr_shop_run_finish:
 *
 * Returns: (transfer full) (nullable): what the job gave
 */
gpointer
gr_shop_run_finish (GrShop *shop, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, shop), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
