#include "command.h"

#include "shop/catalogue/item-card.h"

#include "domain/base/decimal.h"

#include <glib/gi18n.h>
#include <string.h>

static const GrCommand *const groups[] = {
    gr_shop_commands,
    gr_import_commands,
    gr_list_commands,
    gr_catalogue_commands,
    gr_stock_commands,
    gr_plan_commands,
    gr_forecast_commands,
    gr_event_commands,
    gr_order_commands,
    gr_export_commands,
    gr_history_commands,
    gr_series_commands,
};

/**
 * gr_command_find:
 * @n_words: (out): how many of @args name it
 *
 * Fails with %G_OPTION_ERROR.
 */
const GrCommand *
gr_command_find (char **args, int n_args, int *n_words, GError **error)
{
  gboolean is_half_known = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    for (const GrCommand *command = groups[i]; command->name != NULL; command++) {
      if (n_args == 0 || !g_str_equal (args[0], command->name))
        continue;
      is_half_known = TRUE;
      *n_words = command->word != NULL ? 2 : 1;
      if (command->word == NULL || (n_args > 1 && g_str_equal (args[1], command->word)))
        return command;
    }
  if (is_half_known && n_args > 1)
    g_set_error (
        error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, _ ("%s has no command “%s”; see --help"), args[0], args[1]);
  else if (is_half_known)
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, _ ("%s what? See --help"), args[0]);
  else
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, _ ("there is no command “%s”; see --help"), args[0]);
  return NULL;
}

gboolean
gr_command_check_args (const GrCommand *command, int n_args, GError **error)
{
  if (n_args >= command->min_args && (command->max_args < 0 || n_args <= command->max_args))
    return TRUE;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, _ ("usage: granary-cli %s%s%s %s"), command->name,
      command->word != NULL ? " " : "", command->word != NULL ? command->word : "", command->arguments);
  return FALSE;
}

static char *
line_of (const GrCommand *command)
{
  return g_strjoin (command->word != NULL ? " " : "", command->name, command->word != NULL ? command->word : "", NULL);
}

void
gr_command_print_usage (const GrCommand *command, GString *out)
{
  g_autofree char *line = line_of (command);

  g_string_append_printf (out, _ ("Usage: granary-cli %s %s\n%s\n\n"), line, command->arguments, _ (command->summary));
  gr_cli_options_print (command->takes, out);
}

void
gr_command_print_all (GString *out)
{
  g_string_append (out, _ ("Usage: granary-cli [OPTION...] COMMAND [ARGUMENT...]\n\n"));
  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    for (const GrCommand *command = groups[i]; command->name != NULL; command++) {
      g_autofree char *line = line_of (command);
      g_autofree char *whole = g_strconcat (line, " ", command->arguments, NULL);

      g_string_append_printf (
          out, strlen (whole) > 38 ? "  %s\n  %39s%s\n" : "  %-38s %s%s\n", whole, "", _ (command->summary));
    }
  g_string_append (out, "\n");
  gr_cli_options_print (0, out);
}

/**
 * gr_cli_item:
 *
 * Returns: the id of the item that has that code or barcode, or 0 with @error set
 */
gint64
gr_cli_item (GrCli *cli, const char *code, GError **error)
{
  GrQty qty;

  return gr_shop_find_item (cli->shop, code, &qty, error);
}

gboolean
gr_cli_quantity (const char *text, GrQty *qty, GError **error)
{
  if (gr_decimal_parse (text, '.', GR_QTY_DIGITS, qty, NULL))
    return TRUE;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _ ("“%s” is not a quantity"), text);
  return FALSE;
}

static char *
list_methods (void)
{
  GString *list = g_string_new (NULL);

  for (int i = 0; i < GR_N_METHODS; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", gr_forecast_method_id ((GrForecastMethod) i));
  return g_string_free (list, FALSE);
}

/**
 * gr_cli_method:
 * @method: (out): the one that --method names; the automatic one without it
 */
gboolean
gr_cli_method (const GrCli *cli, GrForecastMethod *method, GError **error)
{
  g_autofree char *known = NULL;

  *method = GR_METHOD_AUTOMATIC;
  if (cli->options.method == NULL || gr_forecast_method_from_id (cli->options.method, method))
    return TRUE;
  known = list_methods();
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _ ("there is no method “%s”; the methods are: %s"),
      cli->options.method, known);
  return FALSE;
}
