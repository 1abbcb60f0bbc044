#include "import-work.h"

#include "import-sentence.h"

#include "shop/planning/plan-view.h"

#include <glib/gi18n.h>

typedef struct {
  GrImportFile *file;
  GrImportChoices choices;
} Task;

/* What came of it. */
typedef struct {
  GrImportOutcome outcome;
  GrImportKind kind;
} Result;

static void
free_task (gpointer data)
{
  Task *task = data;

  gr_import_file_free (task->file);
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

  result->kind = gr_import_file_table (task->file)->kind;
  if (gr_shop_import (shop, task->file, &task->choices, report, &result->outcome, progress, error))
    return result;
  free_result (result);
  return NULL;
}

/* The plan of today was made without these sales; where there is none, or an older one, the pages say so themselves. */
static void
offer_plan (GrFrame *frame)
{
  GrShop *shop = gr_frame_get_shop (frame);
  GrPlanHead head;
  gboolean is_planned = FALSE;
  g_autoptr (GError) error = NULL;

  if (!gr_shop_plan_head (shop, &head, &is_planned, &error))
    gr_frame_say_error (frame, _ ("The plan can’t be read"), error);
  else if (is_planned && head.made_for >= gr_shop_today (shop))
    gr_frame_offer (
        frame, _ ("The forecasts don’t know the new sales yet: a new plan does."), _ ("Plan now"), "win.plan");
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
  if (result->outcome.deed_id != 0 && result->kind == GR_IMPORT_SALES)
    offer_plan (frame);
}

/**
 * gr_import_work_start:
 * @file: copied
 *
 * Imports with progress and Cancel in the frame, says what came of it, and offers Undo and the plan. Returns %FALSE
 * where something else is still being worked on.
 */
gboolean
gr_import_work_start (GrFrame *frame, const GrImportFile *file, const GrImportChoices *choices)
{
  g_autofree char *name = g_path_get_basename (gr_import_file_path (file));
  g_autofree char *title = g_strdup_printf (_ ("Importing %s…"), name);
  Task *task;
  GrFrameWork work = {
      .title = title, .job = import_job, .free_data = free_task, .free_result = free_result, .done = imported_cb};

  task = g_new (Task, 1);
  *task = (Task){gr_import_file_copy (file), *choices};
  work.data = task;
  return gr_frame_run (frame, &work);
}
