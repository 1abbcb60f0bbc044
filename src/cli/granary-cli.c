#include "command.h"
#include "terminal-progress.h"

#include "shop/base/catch-up.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <stdio.h>

enum {
  EXIT_DONE = 0,
  EXIT_FAILED = 1,
  EXIT_USAGE = 2,
};

static int
complain (const GError *error)
{
  g_autofree char *message = g_strdelimit (g_strdup (error->message), "\r\n", ' ');

  fprintf (stderr, "granary-cli: %s\n", message);
  return error->domain == G_OPTION_ERROR ? EXIT_USAGE : EXIT_FAILED;
}

static int
help (const GrCommand *command)
{
  g_autoptr (GString) out = g_string_new (NULL);

  if (command != NULL)
    gr_command_print_usage (command, out);
  else
    gr_command_print_all (out);
  fputs (out->str, stdout);
  return EXIT_DONE;
}

static gboolean
open_shop (GrCli *cli, GError **error)
{
  cli->shop = gr_shop_open (gr_cli_options_shop (&cli->options), cli->clock, error);
  if (cli->shop != NULL && gr_shop_warning (cli->shop) != NULL)
    fprintf (stderr, "granary-cli: %s\n", gr_shop_warning (cli->shop));
  return cli->shop != NULL;
}

/* What was done holds, whatever became of the plan. */
static void
warn_of_plan (GrCli *cli)
{
  if (cli->shop != NULL && gr_shop_is_behind (cli->shop))
    fprintf (stderr, "granary-cli: %s\n", _ ("The last changes are not in the plan yet; run: granary-cli plan"));
}

/* What a command found is printed also where it then failed: a file's bad rows, a check's faults. */
static gboolean
run (GrCli *cli, const GrCommand *command, GError **error)
{
  GrTerminalProgress terminal;
  g_autofree char *text = NULL;
  gboolean is_done;

  if (!gr_cli_options_clock (&cli->options, &cli->clock, error) ||
      !gr_command_check_args (command, cli->n_args, error) || (command->needs_shop && !open_shop (cli, error)))
    return FALSE;
  gr_terminal_progress_init (&terminal, &cli->progress);
  is_done = command->run (cli, error);
  gr_terminal_progress_end (&terminal);
  text = gr_answer_print (cli->answer, cli->options.as_json);
  if (is_done || !g_str_equal (text, "{}\n"))
    fputs (text, stdout);
  if (is_done)
    warn_of_plan (cli);
  return is_done;
}

/* The general options may stand before the command, all of them after it. */
static const GrCommand *
parse (GrCli *cli, char **argv, int argc, GError **error)
{
  const GrCommand *command;
  int n_words;

  if (!gr_cli_options_parse (&cli->options, 0, TRUE, &argv, &argc, error))
    return NULL;
  if (argc < 2) {
    g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, _ ("which command? See --help"));
    return NULL;
  }
  command = gr_command_find (argv + 1, argc - 1, &n_words, error);
  if (command == NULL || !gr_cli_options_parse (&cli->options, command->takes, FALSE, &argv, &argc, error))
    return NULL;
  cli->args = argv + 1 + n_words;
  cli->n_args = MAX (0, argc - 1 - n_words);
  return command;
}

static int
start (GrCli *cli, char **argv, int argc)
{
  g_autoptr (GError) error = NULL;
  const GrCommand *command = parse (cli, argv, argc, &error);

  if (cli->options.wants_version) {
    puts ("granary-cli " GR_VERSION);
    return EXIT_DONE;
  }
  if (cli->options.wants_help)
    return help (command);
  if (command == NULL || !run (cli, command, &error))
    return complain (error);
  return fflush (stdout) == 0 ? EXIT_DONE : EXIT_FAILED;
}

/* Words by the user's language, numbers and dates in the C locale, so that scripts can read them anywhere. */
static void
set_locale (void)
{
  const char *translations = g_getenv ("GRANARY_LOCALE_DIR"); /* of a program that is not installed */

  setlocale (LC_ALL, "");
  setlocale (LC_NUMERIC, "C");
  bindtextdomain (GETTEXT_PACKAGE, translations != NULL ? translations : GR_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

int
main (int argc, char **argv)
{
  g_auto (GStrv) args = NULL;
  g_autofree char **shifting = NULL;
  GrCli cli = {0};
  int status;

  set_locale();
  args = g_strdupv (argv);
  shifting = g_memdup2 (args, sizeof *args * ((gsize) argc + 1)); /* options are taken out of this one */
  cli.answer = gr_answer_new();
  status = start (&cli, shifting, argc);
  gr_answer_free (cli.answer);
  g_clear_object (&cli.shop);
  gr_cli_options_clear (&cli.options);
  return status;
}
