#include "planning-survey.h"

#include "app/frame/reading.h"
#include "planning-families.h"

struct _GrPlanningSurvey {
  GObject *owner; /* whose this is */
  GrPagedModel *families;
  GrPlanningSurveyDone done;
  GCancellable *cancellable; /* of the survey under way */
};

GrPlanningSurvey *
gr_planning_survey_new (GObject *owner, GrPagedModel *families, GrPlanningSurveyDone done)
{
  GrPlanningSurvey *survey = g_new (GrPlanningSurvey, 1);

  *survey = (GrPlanningSurvey){owner, g_object_ref (families), done, NULL};
  return survey;
}

void
gr_planning_survey_free (GrPlanningSurvey *survey)
{
  gr_planning_survey_forget (survey);
  g_object_unref (survey->families);
  g_free (survey);
}

void
gr_planning_survey_forget (GrPlanningSurvey *survey)
{
  if (survey->cancellable)
    g_cancellable_cancel (survey->cancellable);
  g_clear_object (&survey->cancellable);
}

static gpointer
count_job (GrShop *shop, gpointer data, const GrProgress *progress, GError **error)
{
  return gr_shop_plan_families (shop, error);
}

static gint64
count_due (const GPtrArray *families)
{
  gint64 n_due = 0;

  for (guint i = 0; i < families->len; i++)
    n_due += ((const GrPlanFamilyRow *) g_ptr_array_index (families, i))->n_suggestions;
  return n_due;
}

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GrPlanningSurvey *survey = user_data;
  g_autoptr (GObject) owner = survey->owner; /* taken along; the survey lives as long */
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) families = gr_shop_run_finish (GR_SHOP (source), result, &error);
  gint64 n_due;

  if (g_task_get_cancellable (G_TASK (result)) != survey->cancellable)
    return;
  g_clear_object (&survey->cancellable);
  if (!families) {
    gr_reading_failed (owner, error);
    return;
  }
  n_due = count_due (families);
  gr_planning_families_take (survey->families, g_steal_pointer (&families));
  survey->done (owner, n_due);
}

/**
 * gr_planning_survey_ask:
 *
 * Counts anew; a survey under way is void.
 */
void
gr_planning_survey_ask (GrPlanningSurvey *survey, GrShop *shop)
{
  GrShopWork work = {.job = count_job, .free_result = (GDestroyNotify) g_ptr_array_unref};

  gr_planning_survey_forget (survey);
  survey->cancellable = g_cancellable_new();
  g_object_ref (survey->owner);
  gr_shop_run_async (shop, &work, survey->cancellable, counted_cb, survey);
}
