#include "command.h"

#include "shop/forecasting/forecast-series.h"

#include <glib/gi18n.h>

static gboolean
run_forecast_series (GrCli *cli, GError **error)
{
  GrForecastSeriesOutcome outcome = {0};
  GrForecastMethod method;
  g_autofree char *sentence = NULL;

  if (cli->options.output == NULL || cli->options.horizon < 1 || cli->options.frequency < 0 || cli->options.level < 0 ||
      cli->options.level >= 100) {
    g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
        _ ("usage: granary-cli forecast-series FILE.csv --horizon N -o OUT.csv"));
    return FALSE;
  }
  if (!gr_cli_method (cli, &method, error) ||
      !gr_forecast_series (cli->args[0], cli->options.output,
          &(GrForecastSeriesChoices){cli->options.horizon, method, cli->options.frequency, cli->options.level},
          &outcome, &cli->progress, error))
    return FALSE;
  sentence = g_strdup_printf (
      ngettext ("%u series forecast, saved as %s", "%u series forecast, saved as %s", outcome.n_series),
      outcome.n_series, cli->options.output);
  gr_answer_say (cli->answer, "sentence", sentence);
  gr_answer_number (cli->answer, "series", NULL, outcome.n_series, 0);
  gr_answer_text (cli->answer, "file", NULL, cli->options.output);
  return TRUE;
}

const GrCommand gr_series_commands[] = {
    {"forecast-series", NULL, "FILE.csv --horizon N -o OUT.csv", N_ ("Forecast time series from a file"),
        GR_TAKES_HORIZON | GR_TAKES_OUTPUT | GR_TAKES_METHOD | GR_TAKES_LEVEL, 1, 1, FALSE, run_forecast_series},
    {NULL},
};
