#pragma once

#include "answer.h"
#include "options.h"

#include "shop/forecasting/choose-forecast.h"
#include "shop/base/shop.h"

/**
 * GrCli:
 * @args: what stands on the line besides options, the command's name taken off
 * @shop: open where the command needs one
 * @answer: filled by the command, printed when it succeeds
 *
 * One run of the program.
 */
typedef struct {
  GrCliOptions options;
  char **args;
  int n_args;
  GrClock clock;
  GrShop *shop;
  GrProgress progress;
  GrAnswer *answer;
} GrCli;

/**
 * GrCommand:
 * @word: the second word of commands that have one, "approve" of "order approve"
 * @takes: #GrCliTakes
 * @max_args: -1 for any number
 */
typedef struct {
  const char *name;
  const char *word;
  const char *arguments;
  const char *summary;
  guint takes;
  int min_args;
  int max_args;
  gboolean needs_shop;
  gboolean (*run) (GrCli *cli, GError **error);
} GrCommand;

/* The groups of commands, each ended by one without a name. */
extern const GrCommand gr_shop_commands[];
extern const GrCommand gr_import_commands[];
extern const GrCommand gr_list_commands[];
extern const GrCommand gr_catalogue_commands[];
extern const GrCommand gr_stock_commands[];
extern const GrCommand gr_plan_commands[];
extern const GrCommand gr_forecast_commands[];
extern const GrCommand gr_event_commands[];
extern const GrCommand gr_order_commands[];
extern const GrCommand gr_history_commands[];
extern const GrCommand gr_export_commands[];
extern const GrCommand gr_series_commands[];

const GrCommand *gr_command_find (char **args, int n_args, int *n_words, GError **error);
gboolean gr_command_check_args (const GrCommand *command, int n_args, GError **error);
void gr_command_print_usage (const GrCommand *command, GString *out);
void gr_command_print_all (GString *out);

gint64 gr_cli_item (GrCli *cli, const char *code, GError **error);
gboolean gr_cli_method (const GrCli *cli, GrForecastMethod *method, GError **error);
gboolean gr_cli_quantity (const char *text, GrQty *qty, GError **error);
