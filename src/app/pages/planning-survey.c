#include "planning-survey.h"

/* A search or a family narrows down what is due, too. */
static gboolean
count_due (GrPlanningSurvey *survey, GrShop *shop, const GrPlanningQuestion *question, GError **error)
{
  GrPlanningQuestion due = *question;
  g_autoptr (GPtrArray) all = gr_shop_suggestions (shop, 0, gr_shop_today (shop), error);
  g_autoptr (GArray) ids = NULL;

  if (!all)
    return FALSE;
  survey->n_due_at_all = survey->n_due = all->len;
  if (!question->stock.search && question->stock.family_id == 0)
    return TRUE;
  due.only_due = TRUE;
  due.stock.health = -1;
  ids = gr_planning_find_ids (shop, &due, error);
  survey->n_due = ids ? ids->len : 0;
  return ids != NULL;
}

/**
 * gr_planning_survey_job:
 * @question: a #GrPlanningQuestion, whose health is of no account
 *
 * Returns: (transfer full): a #GrPlanningSurvey. O(items); a #GrShopJob.
 */
gpointer
gr_planning_survey_job (GrShop *shop, gpointer question, const GrProgress *progress, GError **error)
{
  const GrPlanningQuestion *asked = question;
  GrPlanningSurvey *survey = g_new0 (GrPlanningSurvey, 1);
  GrStockFilter filter = asked->stock;

  filter.health = -1;
  survey->families = gr_shop_plan_families (shop, error);
  if (survey->families && gr_shop_stock_totals (shop, &filter, &survey->totals, error) &&
      count_due (survey, shop, asked, error))
    return survey;
  gr_planning_survey_free (survey);
  return NULL;
}

void
gr_planning_survey_free (gpointer data)
{
  GrPlanningSurvey *survey = data;

  if (survey == NULL)
    return;
  g_clear_pointer (&survey->families, g_ptr_array_unref);
  g_free (survey);
}
