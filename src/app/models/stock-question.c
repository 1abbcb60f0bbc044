#include "stock-question.h"

/**
 * gr_stock_question_new:
 * @filter: copied
 */
GrStockQuestion *
gr_stock_question_new (const GrStockFilter *filter, gboolean wants_totals)
{
  GrStockQuestion *question = g_atomic_rc_box_new0 (GrStockQuestion);

  question->filter = *filter;
  question->filter.search = g_strdup (filter->search);
  question->wants_totals = wants_totals;
  return question;
}

GrStockQuestion *
gr_stock_question_ref (GrStockQuestion *question)
{
  return g_atomic_rc_box_acquire (question);
}

static void
clear (gpointer question)
{
  g_free ((char *) ((GrStockQuestion *) question)->filter.search);
}

void
gr_stock_question_unref (gpointer question)
{
  g_atomic_rc_box_release_full (question, clear);
}

/**
 * gr_stock_question_find:
 * @question: a #GrStockQuestion
 *
 * A #GrIdQuery. O(items log items): for a thread.
 *
 * Returns: (element-type gint64): what is asked for, in its order
 */
GArray *
gr_stock_question_find (GrShop *shop, gpointer question, GError **error)
{
  GrStockQuestion *asked = question;

  if (asked->wants_totals && !gr_shop_stock_totals (shop, &asked->filter, &asked->totals, error))
    return NULL;
  return gr_shop_stock_ids (shop, &asked->filter, error);
}
