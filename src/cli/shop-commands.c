#include "command.h"

#include "shop/base/check-shop.h"
#include "shop/base/compact-shop.h"
#include "shop/demo/demo-shop.h"

#include "domain/base/error.h"

#include <glib/gi18n.h>

static gboolean
tell_shop (GrCli *cli, GrShop *shop, const char *sentence)
{
  gr_answer_say (cli->answer, "sentence", sentence);
  gr_answer_text (cli->answer, "shop", NULL, gr_shop_path (shop));
  gr_answer_text (cli->answer, "name", NULL, gr_shop_name (shop));
  gr_answer_text (cli->answer, "currency", NULL, gr_shop_currency (shop));
  return TRUE;
}

static gboolean
run_new (GrCli *cli, GError **error)
{
  const char *path = gr_cli_options_shop (&cli->options);
  const char *currency = cli->options.currency != NULL ? cli->options.currency : "EUR";
  const char *name = cli->n_args > 0 ? cli->args[0] : _ ("My shop");
  g_autoptr (GrShop) shop = gr_shop_create (path, name, currency, cli->clock, error);
  g_autofree char *sentence = NULL;

  if (shop == NULL)
    return FALSE;
  sentence = g_strdup_printf (_ ("New shop “%s” in %s"), name, path);
  return tell_shop (cli, shop, sentence);
}

static gboolean
run_demo (GrCli *cli, GError **error)
{
  const char *path = gr_cli_options_shop (&cli->options);
  g_autoptr (GrShop) shop = gr_shop_create_demo (path, cli->clock, &cli->progress, error);
  g_autofree char *sentence = NULL;

  if (shop == NULL)
    return FALSE;
  sentence = g_strdup_printf (_ ("The demo shop “%s” is in %s"), gr_shop_name (shop), path);
  return tell_shop (cli, shop, sentence);
}

/* Returns: how many there are. */
static gulong
list_findings (GrCli *cli, const GPtrArray *findings, gboolean is_proved)
{
  const GrColumn columns[] = {{"text", is_proved ? _ ("Checked") : _ ("Problems"), FALSE}};
  GrTable *table = gr_table_new (columns, 1);
  gulong n = 0;

  for (guint i = 0; i < findings->len; i++) {
    const GrCheckFinding *finding = findings->pdata[i];

    if (finding->is_proved != is_proved)
      continue;
    gr_table_text (table, finding->text);
    n++;
  }
  gr_answer_list (cli->answer, is_proved ? "proved" : "faults", table, NULL);
  return n;
}

static gboolean
run_check (GrCli *cli, GError **error)
{
  g_autoptr (GPtrArray) findings = gr_shop_check (cli->shop, &cli->progress, error);
  gulong n;

  if (findings == NULL)
    return FALSE;
  list_findings (cli, findings, TRUE);
  n = list_findings (cli, findings, FALSE);
  if (n == 0) {
    gr_answer_say (cli->answer, "sentence", _ ("No problems found."));
    return TRUE;
  }
  g_set_error (error, GR_ERROR, GR_ERROR_DAMAGED, ngettext ("%lu problem found", "%lu problems found", n), n);
  return FALSE;
}

static gboolean
run_compact (GrCli *cli, GError **error)
{
  g_autofree char *sentence = NULL;
  gint64 n;

  if (!gr_shop_compact (cli->shop, &n, &cli->progress, error))
    return FALSE;
  sentence = n == 0 ? g_strdup (_ ("Nothing to delete."))
                    : g_strdup_printf (ngettext ("%lu undone sales line deleted permanently",
                                           "%lu undone sales lines deleted permanently", (gulong) n),
                          (gulong) n);
  gr_answer_say (cli->answer, "sentence", sentence);
  gr_answer_number (cli->answer, "sold_lines", NULL, n, 0);
  return TRUE;
}

static gboolean
run_backup (GrCli *cli, GError **error)
{
  g_autofree char *sentence = g_strdup_printf (_ ("Backup saved as %s"), cli->args[0]);

  if (!gr_shop_backup (cli->shop, cli->args[0], &cli->progress, error))
    return FALSE;
  gr_answer_say (cli->answer, "sentence", sentence);
  gr_answer_text (cli->answer, "file", NULL, cli->args[0]);
  return TRUE;
}

const GrCommand gr_shop_commands[] = {
    {"new", NULL, "[NAME]", N_ ("Create a new, empty shop"), GR_TAKES_CURRENCY, 0, 1, FALSE, run_new},
    {"demo", NULL, "", N_ ("Create the demo shop"), 0, 0, 0, FALSE, run_demo},
    {"check", NULL, "", N_ ("Check the shop file"), 0, 0, 0, TRUE, run_check},
    {"compact", NULL, "", N_ ("Permanently delete undone imports (frees disk space; no redo afterwards)"), 0, 0, 0,
        TRUE, run_compact},
    {"backup", NULL, "FILE", N_ ("Save a backup copy of the shop file"), 0, 1, 1, TRUE, run_backup},
    {NULL},
};
