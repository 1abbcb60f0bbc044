#include "accept-act.h"

#include "app/text/format.h"

#include <glib/gi18n.h>

typedef struct {
  GrSuggestionChoice choice;
  gint64 *item_ids;
} AcceptTask;

static void
free_task (gpointer data)
{
  AcceptTask *task = data;

  g_free (task->item_ids);
  g_free (task);
}

static void
free_outcome (gpointer data)
{
  gr_accept_outcome_clear (data);
  g_free (data);
}

static gpointer
accept_job (GrShop *shop, gpointer data, const GrProgress *progress, GError **error)
{
  AcceptTask *task = data;
  GrAcceptOutcome *outcome = g_new0 (GrAcceptOutcome, 1);

  if (gr_shop_accept_suggestions (shop, &task->choice, outcome, error))
    return outcome;
  free_outcome (outcome);
  return NULL;
}

static void
accepted_cb (GrFrame *frame, gpointer result, gpointer data)
{
  const GrAcceptOutcome *outcome = result;
  GrShop *shop = gr_frame_get_shop (frame);
  g_autofree char *value =
      shop ? gr_format_money_currency (outcome->value, gr_shop_currency_digits (shop), gr_shop_currency (shop))
           : g_strdup ("");
  /* Translators: the last is what they come to, "640.00 EUR" */
  g_autofree char *text = g_strdup_printf (
      _ ("Suggestions accepted: %d · Draft orders: %d · %s"), outcome->n_lines, outcome->n_orders, value);

  gr_frame_offer_undo (frame, text);
}

/**
 * gr_accept_act_run:
 * @choice: copied
 *
 * Puts suggestions into drafts, and says so with Undo at hand.
 */
void
gr_accept_act_run (GrFrame *frame, const GrSuggestionChoice *choice)
{
  AcceptTask *task = g_new0 (AcceptTask, 1);
  GrFrameWork work = {.title = _ ("Creating orders…"),
      .job = accept_job,
      .data = task,
      .free_data = free_task,
      .free_result = free_outcome,
      .done = accepted_cb};

  task->choice = *choice;
  task->item_ids = g_memdup2 (choice->item_ids, choice->n_items * sizeof *choice->item_ids);
  task->choice.item_ids = task->item_ids;
  gr_frame_run (frame, &work);
}
