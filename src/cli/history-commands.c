#include "command.h"

#include "shop/base/deed-log.h"
#include "shop/base/undo-deed.h"

#include <glib/gi18n.h>

#define LOG_ROWS 30

static gboolean
run_undo_to (GrCli *cli, GError **error)
{
  int n_undone;
  gboolean is_done = gr_shop_undo_to (cli->shop, cli->options.to, &n_undone, &cli->progress, error);

  if (!is_done && n_undone > 0)
    g_prefix_error (error,
        ngettext ("%d change was undone, then: ", "%d changes were undone, then: ", (gulong) n_undone), n_undone);
  if (is_done)
    gr_answer_number (cli->answer, "changes", _ ("Changes undone"), n_undone, 0);
  return is_done;
}

static gboolean
run_undo (GrCli *cli, GError **error)
{
  g_autofree char *title = NULL;

  if (cli->options.to > 0)
    return run_undo_to (cli, error);
  if (!gr_shop_undo (cli->shop, &title, &cli->progress, error))
    return FALSE;
  gr_answer_text (cli->answer, "undone", _ ("Undone"), title);
  return TRUE;
}

static gboolean
run_redo (GrCli *cli, GError **error)
{
  g_autofree char *title = NULL;

  if (!gr_shop_redo (cli->shop, &title, &cli->progress, error))
    return FALSE;
  gr_answer_text (cli->answer, "redone", _ ("Redone"), title);
  return TRUE;
}

static gboolean
run_log (GrCli *cli, GError **error)
{
  const GrColumn columns[] = {{"id", "#", TRUE}, {"done_at", _ ("When"), FALSE}, {"done_on", _ ("Day"), FALSE},
      {"who", _ ("Who"), FALSE}, {"kind", NULL, FALSE}, {"title", _ ("Change"), FALSE}, {"is_undone", "", FALSE}};
  int limit = cli->options.limit > 0 ? cli->options.limit : LOG_ROWS;
  g_autoptr (GPtrArray) deeds = gr_shop_deeds (cli->shop, cli->options.search, 0, limit, error);
  GrTable *table;

  if (deeds == NULL)
    return FALSE;
  table = gr_table_new (columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < deeds->len; i++) {
    const GrDeed *deed = deeds->pdata[i];
    g_autoptr (GDateTime) when = g_date_time_new_from_unix_local (deed->done_at / G_USEC_PER_SEC);
    g_autofree char *at = g_date_time_format (when, "%Y-%m-%d %H:%M:%S");

    gr_table_number (table, deed->id, 0, 0);
    gr_table_text (table, at);
    gr_table_date (table, deed->done_on);
    gr_table_text (table, deed->who);
    gr_table_text (table, deed->kind);
    gr_table_text (table, deed->title);
    gr_table_flag (table, deed->undone_by != 0, _ ("undone"));
  }
  gr_answer_list (cli->answer, "deeds", table, NULL);
  return TRUE;
}

const GrCommand gr_history_commands[] = {
    {"undo", NULL, "", N_ ("Undo the last change, or all back to one"), GR_TAKES_TO, 0, 0, TRUE, run_undo},
    {"redo", NULL, "", N_ ("Redo what was undone"), 0, 0, 0, TRUE, run_redo},
    {"log", NULL, "", N_ ("List the changes, newest first"), GR_TAKES_SEARCH | GR_TAKES_LIMIT, 0, 0, TRUE, run_log},
    {NULL},
};
