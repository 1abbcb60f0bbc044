#include "id-asker.h"

struct _GrIdAsker {
  GObject *owner; /* whose this is */
  GrIdAnswer answer;
  GCancellable *cancellable; /* of the question that is open */
};

/* A question on its way. */
typedef struct {
  GrIdAsker *asker;
  GObject *owner;
  gboolean is_same_list;
} Errand;

GrIdAsker *
gr_id_asker_new (GObject *owner, GrIdAnswer answer)
{
  GrIdAsker *asker = g_new0 (GrIdAsker, 1);

  *asker = (GrIdAsker){owner, answer, NULL};
  return asker;
}

void
gr_id_asker_free (GrIdAsker *asker)
{
  gr_id_asker_forget (asker);
  g_free (asker);
}

/**
 * gr_id_asker_forget:
 *
 * No answer is waited for any more.
 */
void
gr_id_asker_forget (GrIdAsker *asker)
{
  if (asker->cancellable)
    g_cancellable_cancel (asker->cancellable);
  g_clear_object (&asker->cancellable);
}

static void
free_question (gpointer data)
{
  GrIdQuestion *question = data;

  if (question->free_query)
    question->free_query (question->query);
  g_free (question);
}

static gpointer
find_job (GrShop *shop, gpointer data, const GrProgress *progress, GError **error)
{
  const GrIdQuestion *question = data;

  return question->find (shop, question->query, error);
}

static void
answer_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Errand *errand = user_data;
  g_autoptr (GObject) owner = errand->owner; /* the asker lives as long */
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = gr_shop_run_finish (GR_SHOP (source), result, &error);

  if (g_task_get_cancellable (G_TASK (result)) != errand->asker->cancellable)
    return;
  g_clear_object (&errand->asker->cancellable);
  errand->asker->answer (owner, g_steal_pointer (&ids), errand->is_same_list, error);
}

/**
 * gr_id_asker_ask:
 * @question: its query is taken over
 */
void
gr_id_asker_ask (GrIdAsker *asker, GrShop *shop, const GrIdQuestion *question)
{
  GrShopWork work = {.job = find_job, .free_data = free_question, .free_result = (GDestroyNotify) g_array_unref};
  Errand *errand = g_new (Errand, 1);

  gr_id_asker_forget (asker);
  asker->cancellable = g_cancellable_new();
  *errand = (Errand){asker, g_object_ref (asker->owner), question->is_same_list};
  work.data = g_memdup2 (question, sizeof *question);
  gr_shop_run_async (shop, &work, asker->cancellable, answer_cb, errand);
}
