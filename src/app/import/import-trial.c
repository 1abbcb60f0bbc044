#include "import-trial.h"

/* What a trial found. */
typedef struct {
  GrImportOutcome outcome;
  GrImportReport *report;
} Finding;

struct _GrImportTrial {
  GObject parent_instance;

  GCancellable *cancellable; /* (nullable): while one runs */
  Finding *finding;          /* (nullable) */
  GError *error;             /* (nullable) */
};

enum { PROGRESSED, DONE, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GrImportTrial, gr_import_trial, G_TYPE_OBJECT)

static void
free_finding (gpointer data)
{
  Finding *finding = data;

  gr_import_outcome_clear (&finding->outcome);
  gr_import_report_free (finding->report);
  g_free (finding);
}

/* The run of a trial; a later one may have taken its place meanwhile. */
typedef struct {
  GrImportTrial *trial;
  GCancellable *cancellable;
  GrImportSession *session;
  gboolean create_missing;
} Run;

static void
free_run (gpointer data)
{
  Run *run = data;

  g_object_unref (run->trial);
  g_object_unref (run->cancellable);
  gr_import_session_free (run->session);
  g_free (run);
}

static gpointer
trial_job (GrShop *shop, gpointer data, const GrProgress *progress, GError **error)
{
  Run *run = data;
  GrImportChoices choices = {.dry_run = TRUE, .create_missing = run->create_missing, .skip_bad = TRUE};
  Finding *finding = g_new0 (Finding, 1);

  finding->report = gr_import_report_new();
  if (!gr_shop_import (shop, run->session, &choices, finding->report, &finding->outcome, progress, error)) {
    free_finding (finding);
    return NULL;
  }
  g_free (finding->report->file_name);
  finding->report->file_name = g_path_get_basename (gr_import_session_layout (run->session)->path);
  return finding;
}

static void
progress_cb (const char *what, double fraction, gpointer data)
{
  Run *run = data;

  if (run->trial->cancellable == run->cancellable)
    g_signal_emit (run->trial, signals[PROGRESSED], 0, fraction);
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GCancellable *cancellable = data;
  GrImportTrial *self = g_object_get_data (G_OBJECT (cancellable), "trial");
  g_autoptr (GError) error = NULL;
  Finding *finding = gr_shop_run_finish (GR_SHOP (source), result, &error);

  if (self->cancellable == cancellable) {
    g_clear_object (&self->cancellable);
    self->finding = g_steal_pointer (&finding);
    self->error = g_steal_pointer (&error);
    g_signal_emit (self, signals[DONE], 0);
  }
  g_clear_pointer (&finding, free_finding);
  g_object_unref (cancellable);
}

static void
forget (GrImportTrial *self)
{
  g_clear_pointer (&self->finding, free_finding);
  g_clear_error (&self->error);
}

static void
gr_import_trial_finalize (GObject *object)
{
  GrImportTrial *self = GR_IMPORT_TRIAL (object);

  g_clear_object (&self->cancellable);
  forget (self);
  G_OBJECT_CLASS (gr_import_trial_parent_class)->finalize (object);
}

static void
gr_import_trial_class_init (GrImportTrialClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gr_import_trial_finalize;
  signals[PROGRESSED] = g_signal_new (
      "progressed", GR_TYPE_IMPORT_TRIAL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_DOUBLE);
  signals[DONE] = g_signal_new ("done", GR_TYPE_IMPORT_TRIAL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
gr_import_trial_init (GrImportTrial *self)
{
}

GrImportTrial *
gr_import_trial_new (void)
{
  return g_object_new (GR_TYPE_IMPORT_TRIAL, NULL);
}

/**
 * gr_import_trial_stop:
 *
 * Stops what runs; neither it nor what was found before is heard of again.
 */
void
gr_import_trial_stop (GrImportTrial *self)
{
  g_return_if_fail (GR_IS_IMPORT_TRIAL (self));

  if (self->cancellable)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  forget (self);
}

/**
 * gr_import_trial_start:
 * @session: copied
 *
 * Tries the import of a file whose needed fields all have columns.
 */
void
gr_import_trial_start (GrImportTrial *self, GrShop *shop, const GrImportSession *session, gboolean create_missing)
{
  Run *run;
  GrShopWork work;

  g_return_if_fail (GR_IS_IMPORT_TRIAL (self));

  gr_import_trial_stop (self);
  self->cancellable = g_cancellable_new();
  g_object_set_data_full (G_OBJECT (self->cancellable), "trial", g_object_ref (self), g_object_unref);
  run = g_new (Run, 1);
  *run = (Run){g_object_ref (self), g_object_ref (self->cancellable), gr_import_session_copy (session), create_missing};
  work = (GrShopWork){trial_job, run, free_run, free_finding, progress_cb, run};
  gr_shop_run_async (shop, &work, self->cancellable, done_cb, g_object_ref (self->cancellable));
}

/**
 * gr_import_trial_get_outcome:
 *
 * Returns: (nullable) (transfer none): what the import would do; %NULL until that is known
 */
const GrImportOutcome *
gr_import_trial_get_outcome (GrImportTrial *self)
{
  g_return_val_if_fail (GR_IS_IMPORT_TRIAL (self), NULL);
  return self->finding ? &self->finding->outcome : NULL;
}

/**
 * gr_import_trial_get_report:
 *
 * Returns: (nullable) (transfer none): what is wrong with which rows; the file is called by its last name
 */
const GrImportReport *
gr_import_trial_get_report (GrImportTrial *self)
{
  g_return_val_if_fail (GR_IS_IMPORT_TRIAL (self), NULL);
  return self->finding ? self->finding->report : NULL;
}

/**
 * gr_import_trial_get_error:
 *
 * Returns: (nullable) (transfer none): why it can't be imported
 */
const GError *
gr_import_trial_get_error (GrImportTrial *self)
{
  g_return_val_if_fail (GR_IS_IMPORT_TRIAL (self), NULL);
  return self->error;
}
