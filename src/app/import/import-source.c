#include "import-source.h"

#include "domain/base/error.h"

struct _GrImportSource {
  GObject parent_instance;

  char *path;
  GrImportSession *session; /* (nullable): until it is open */
  gboolean is_guessed;
  GError *error;
  GQueue changes; /* GrImportChange, not yet made */
  gboolean is_working;
};

enum { READ, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GrImportSource, gr_import_source, G_TYPE_OBJECT)

/* What a thread works on. */
typedef struct {
  char *path;
  GrImportSession *session;
  GrImportChange change;
  gboolean is_guessed;
} Step;

static void
free_step (gpointer data)
{
  Step *step = data;

  g_free (step->path);
  g_clear_pointer (&step->session, gr_import_session_free);
  g_free (step);
}

/* Where the headers don't tell, it is opened all the same: its columns can be named by hand. */
static gboolean
open_file (Step *step, GError **error)
{
  g_autoptr (GError) local = NULL;

  step->session = gr_import_session_open (step->path, GR_IMPORT_GUESS, &local);
  step->is_guessed = step->session != NULL;
  if (!step->session && g_error_matches (local, GR_ERROR, GR_ERROR_INVALID))
    step->session = gr_import_session_open (step->path, GR_IMPORT_ITEMS, NULL);
  if (!step->session)
    g_propagate_error (error, g_steal_pointer (&local));
  return step->session != NULL;
}

static void
change_file (Step *step)
{
  const GrImportChange *change = &step->change;

  switch (change->what) {
  case GR_IMPORT_CHANGE_KIND:
    gr_import_session_set_kind (step->session, change->kind);
    step->is_guessed = TRUE;
    break;
  case GR_IMPORT_CHANGE_DIALECT:
    gr_import_session_set_dialect (step->session, &change->dialect);
    break;
  case GR_IMPORT_CHANGE_COLUMN:
    if (change->column < (int) gr_import_session_layout (step->session)->n_columns)
      gr_import_session_assign (step->session, change->field, change->column);
    break;
  }
}

static void
step_thread_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Step *step = data;
  GError *error = NULL;

  if (step->session)
    change_file (step);
  else if (!open_file (step, &error)) {
    g_task_return_error (task, error);
    return;
  }
  g_task_return_boolean (task, TRUE);
}

static void work (GrImportSource *self);

static void
step_done_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  GrImportSource *self = GR_IMPORT_SOURCE (object);
  Step *step = g_task_get_task_data (G_TASK (result));

  self->is_working = FALSE;
  if (g_task_propagate_boolean (G_TASK (result), &self->error)) {
    g_clear_pointer (&self->session, gr_import_session_free);
    self->session = g_steal_pointer (&step->session);
    self->is_guessed = step->is_guessed;
  }
  if (g_queue_is_empty (&self->changes))
    g_signal_emit (self, signals[READ], 0);
  else
    work (self);
}

/* Opens the file, or makes the next change to a copy of it. */
static void
work (GrImportSource *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, step_done_cb, NULL);
  g_autofree GrImportChange *change = g_queue_pop_head (&self->changes);
  Step *step = g_new0 (Step, 1);

  self->is_working = TRUE;
  step->path = g_strdup (self->path);
  step->session = self->session ? gr_import_session_copy (self->session) : NULL;
  step->is_guessed = self->is_guessed;
  if (change)
    step->change = *change;
  g_task_set_task_data (task, step, free_step);
  g_task_run_in_thread (task, step_thread_cb);
}

static void
gr_import_source_finalize (GObject *object)
{
  GrImportSource *self = GR_IMPORT_SOURCE (object);

  g_free (self->path);
  g_clear_pointer (&self->session, gr_import_session_free);
  g_clear_error (&self->error);
  g_queue_clear_full (&self->changes, g_free);
  G_OBJECT_CLASS (gr_import_source_parent_class)->finalize (object);
}

static void
gr_import_source_class_init (GrImportSourceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gr_import_source_finalize;
  signals[READ] = g_signal_new ("read", GR_TYPE_IMPORT_SOURCE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
gr_import_source_init (GrImportSource *self)
{
  g_queue_init (&self->changes);
}

/**
 * gr_import_source_new:
 *
 * Begins to open a file; "read" follows.
 */
GrImportSource *
gr_import_source_new (const char *path)
{
  GrImportSource *self = g_object_new (GR_TYPE_IMPORT_SOURCE, NULL);

  self->path = g_strdup (path);
  work (self);
  return self;
}

/**
 * gr_import_source_get_session:
 *
 * Returns: (nullable) (transfer none): the file as it is read now; another one after every "read"
 */
const GrImportSession *
gr_import_source_get_session (GrImportSource *self)
{
  g_return_val_if_fail (GR_IS_IMPORT_SOURCE (self), NULL);
  return self->session;
}

/**
 * gr_import_source_is_guessed:
 *
 * Returns: whether the file's headers, or somebody, said which table it is
 */
gboolean
gr_import_source_is_guessed (GrImportSource *self)
{
  g_return_val_if_fail (GR_IS_IMPORT_SOURCE (self), FALSE);
  return self->is_guessed;
}

/**
 * gr_import_source_get_error:
 *
 * Returns: (nullable) (transfer none): why the file can't be read
 */
const GError *
gr_import_source_get_error (GrImportSource *self)
{
  g_return_val_if_fail (GR_IS_IMPORT_SOURCE (self), NULL);
  return self->error;
}

/**
 * gr_import_source_change:
 *
 * Has the file read otherwise; "read" follows.
 */
void
gr_import_source_change (GrImportSource *self, const GrImportChange *change)
{
  g_return_if_fail (GR_IS_IMPORT_SOURCE (self));

  g_queue_push_tail (&self->changes, g_memdup2 (change, sizeof *change));
  if (!self->is_working)
    work (self);
}

/**
 * gr_import_source_preview:
 *
 * Returns: (transfer full) (element-type GrImportPreviewRow): the first rows; reads nothing from the disk
 */
GPtrArray *
gr_import_source_preview (GrImportSource *self, guint n_rows)
{
  g_return_val_if_fail (GR_IS_IMPORT_SOURCE (self), NULL);
  return self->session ? gr_import_session_preview (self->session, n_rows) : g_ptr_array_new();
}
