#include "import-work.h"

#include "import-sentence.h"

#include <glib/gi18n.h>

typedef struct {
  GrImportSession *session;
  GrImportChoices choices;
} Task;

/* What came of it. */
typedef struct {
  GrImportOutcome outcome;
} Result;

static void
free_task (gpointer data)
{
  Task *task = data;

  gr_import_session_free (task->session);
  g_free (task);
}

static void
free_result (gpointer data)
{
  Result *result = data;

  gr_import_outcome_clear (&result->outcome);
  g_free (result);
}

static gpointer
import_job (GrShop *shop, gpointer data, const GrProgress *progress, GError **error)
{
  Task *task = data;
  g_autoptr (GrImportReport) report = gr_import_report_new();
  Result *result = g_new0 (Result, 1);

  if (gr_shop_import (shop, task->session, &task->choices, report, &result->outcome, progress, error))
    return result;
  free_result (result);
  return NULL;
}

static void
imported_cb (GrFrame *frame, gpointer data, gpointer user_data)
{
  const Result *result = data;
  g_autofree char *sentence = gr_import_sentence_of_outcome (&result->outcome);

  if (result->outcome.deed_id == 0)
    gr_frame_say (frame, sentence);
  else
    gr_frame_offer_undo (frame, sentence);
}

/**
 * gr_import_work_start:
 * @session: copied
 *
 * Imports with progress and Cancel in the frame, says what came of it, and offers Undo. Returns %FALSE where something
 * else is still being worked on.
 */
gboolean
gr_import_work_start (GrFrame *frame, const GrImportSession *session, const GrImportChoices *choices)
{
  g_autofree char *name = g_path_get_basename (gr_import_session_layout (session)->path);
  g_autofree char *title = g_strdup_printf (_ ("Importing %s…"), name);
  Task *task;
  GrFrameWork work = {
      .title = title, .job = import_job, .free_data = free_task, .free_result = free_result, .done = imported_cb};

  task = g_new (Task, 1);
  *task = (Task){gr_import_session_copy (session), *choices};
  work.data = task;
  return gr_frame_run (frame, &work);
}
