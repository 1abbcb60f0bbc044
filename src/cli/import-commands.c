#include "command.h"

#include "shop/importing/import-rows.h"

#include "domain/base/error.h"

#include <glib/gi18n.h>

/* --map field=column, or how the file is written: delimiter=; decimal=, dates=dmy encoding=... */
static gboolean
apply_map (GrImportSession *session, char **map, GError **error)
{
  for (gsize i = 0; map != NULL && map[i] != NULL; i++) {
    g_autoptr (GError) fault = NULL;

    if (!gr_import_session_say (session, map[i], &fault)) {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, fault->message);
      return FALSE;
    }
  }
  return TRUE;
}

static void
list_columns (GrCli *cli, const GrImportLayout *layout)
{
  const GrColumn columns[] = {{"field", _ ("Field"), FALSE}, {"column", _ ("Column"), FALSE}};
  GrTable *table = gr_table_new (columns, G_N_ELEMENTS (columns));

  for (int i = 0; i < layout->table->n_fields; i++) {
    int column = layout->columns[i];

    if (column < 0)
      continue;
    gr_table_text (table, layout->table->fields[i].id);
    gr_table_text (table, layout->titles[column]);
  }
  gr_answer_list (cli->answer, "columns", table, NULL);
}

static void
list_faults (GrCli *cli, const GrImportReport *report)
{
  const GrColumn columns[] = {{"text", _ ("Bad rows"), FALSE}};
  GrTable *table = gr_table_new (columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < report->faults->len; i++) {
    g_autofree char *text = gr_import_report_fault_text (report, report->faults->pdata[i]);

    gr_table_text (table, text);
  }
  gr_answer_list (cli->answer, "faults", table, NULL);
  if (report->n_bad > report->faults->len)
    gr_answer_number (
        cli->answer, "more_faults", _ ("and more bad rows"), (gint64) (report->n_bad - report->faults->len), 0);
}

static void
tell_outcome (GrCli *cli, const GrImportOutcome *outcome)
{
  gr_answer_say (cli->answer, "sentence", outcome->sentence);
  gr_answer_number (cli->answer, "rows", NULL, outcome->n_rows, 0);
  gr_answer_number (cli->answer, "new", NULL, outcome->n_new, 0);
  gr_answer_number (cli->answer, "changed", NULL, outcome->n_changed, 0);
  gr_answer_number (cli->answer, "already_there", NULL, outcome->n_already_there, 0);
  gr_answer_number (cli->answer, "bad", NULL, outcome->n_bad, 0);
  gr_answer_number (cli->answer, "items_created", NULL, outcome->n_items_created, 0);
  gr_answer_number (cli->answer, "moves", NULL, outcome->n_moves, 0);
}

static gboolean
run_import (GrCli *cli, GrImportKind kind, GError **error)
{
  const GrCliOptions *options = &cli->options;
  GrImportChoices choices = {options->dry_run, options->create_missing, options->skip_bad, options->again};
  g_autoptr (GrImportSession) session = gr_import_session_open (cli->args[0], kind, error);
  g_autoptr (GrImportReport) report = gr_import_report_new();
  g_autofree char *dialect = NULL;
  GrImportOutcome outcome = {0};
  gboolean is_done;

  if (session == NULL || !apply_map (session, options->map, error))
    return FALSE;
  dialect = gr_file_dialect_describe (&gr_import_session_layout (session)->dialect);
  gr_answer_text (cli->answer, "format", _ ("Read as"), dialect);
  if (options->dry_run)
    list_columns (cli, gr_import_session_layout (session));
  is_done = gr_shop_import (cli->shop, session, &choices, report, &outcome, &cli->progress, error);
  list_faults (cli, report);
  if (is_done)
    tell_outcome (cli, &outcome);
  gr_import_outcome_clear (&outcome);
  return is_done;
}

static gboolean
run_import_items (GrCli *cli, GError **error)
{
  return run_import (cli, GR_IMPORT_ITEMS, error);
}

static gboolean
run_import_suppliers (GrCli *cli, GError **error)
{
  return run_import (cli, GR_IMPORT_SUPPLIERS, error);
}

static gboolean
run_import_stock (GrCli *cli, GError **error)
{
  return run_import (cli, GR_IMPORT_STOCK, error);
}

static gboolean
run_import_sales (GrCli *cli, GError **error)
{
  return run_import (cli, GR_IMPORT_SALES, error);
}

const GrCommand gr_import_commands[] = {
    {"import", "items", "FILE", N_ ("Import items and their suppliers"), GR_TAKES_IMPORT, 1, 1, TRUE, run_import_items},
    {"import", "suppliers", "FILE", N_ ("Import suppliers"), GR_TAKES_IMPORT, 1, 1, TRUE, run_import_suppliers},
    {"import", "stock", "FILE", N_ ("Import a stock count"), GR_TAKES_IMPORT, 1, 1, TRUE, run_import_stock},
    {"import", "sales", "FILE", N_ ("Import sales"), GR_TAKES_IMPORT, 1, 1, TRUE, run_import_sales},
    {NULL},
};
