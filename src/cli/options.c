#include "options.h"

#include <glib/gi18n.h>
#include <stddef.h>

#define DEFAULT_SHOP "shop.granary"

/* The years that a shop can be led in: weeks are planned from its first sale to today. */
#define FIRST_YEAR 1970
#define LAST_YEAR  2199

/* An option: the GOptionEntry it becomes once it is known where its value goes. */
typedef struct {
  guint takes; /* 0: every command */
  const char *name;
  char letter;
  GOptionArg type;
  gsize offset;
  const char *meaning;
  const char *value;
} Option;

#define FIELD(name) offsetof (GrCliOptions, name)

static const Option all_options[] = {
    {0, "shop", 's', G_OPTION_ARG_FILENAME, FIELD (shop), N_ ("The shop file"), "FILE"},
    {0, "today", 't', G_OPTION_ARG_STRING, FIELD (today), N_ ("Use that day as today"), "YYYY-MM-DD"},
    {0, "json", 'j', G_OPTION_ARG_NONE, FIELD (as_json), N_ ("Print one JSON document"), NULL},
    {0, "help", 'h', G_OPTION_ARG_NONE, FIELD (wants_help), N_ ("Show this help"), NULL},
    {0, "version", 0, G_OPTION_ARG_NONE, FIELD (wants_version), N_ ("Show the version"), NULL},
    {GR_TAKES_SEARCH, "search", 0, G_OPTION_ARG_STRING, FIELD (search), N_ ("Only rows containing TEXT"), "TEXT"},
    {GR_TAKES_ITEM, "item", 'i', G_OPTION_ARG_STRING, FIELD (item), N_ ("Only this item"), "CODE"},
    {GR_TAKES_IMPORT, "map", 'm', G_OPTION_ARG_STRING_ARRAY, FIELD (map),
        N_ ("Read FIELD from that column; also delimiter=, decimal=, dates=, encoding=, header="), "FIELD=COLUMN"},
    {GR_TAKES_IMPORT, "dry-run", 'n', G_OPTION_ARG_NONE, FIELD (dry_run),
        N_ ("Test run: check everything, save nothing"), NULL},
    {GR_TAKES_IMPORT, "create-missing", 'c', G_OPTION_ARG_NONE, FIELD (create_missing), N_ ("Create unknown items"),
        NULL},
    {GR_TAKES_IMPORT, "skip-bad", 'k', G_OPTION_ARG_NONE, FIELD (skip_bad),
        N_ ("Keep the good rows, leave out bad ones"), NULL},
    {GR_TAKES_IMPORT, "again", 0, G_OPTION_ARG_NONE, FIELD (again),
        N_ ("Import a file again; rows already in the shop are skipped"), NULL},
    {GR_TAKES_SUPPLIER, "supplier", 0, G_OPTION_ARG_STRING, FIELD (supplier), N_ ("Only this supplier"), "NAME"},
    {GR_TAKES_ALL, "all", 'a', G_OPTION_ARG_NONE, FIELD (all), N_ ("All of them"), NULL},
    {GR_TAKES_OUTPUT, "output", 'o', G_OPTION_ARG_FILENAME, FIELD (output), N_ ("The file to write"), "FILE"},
    {GR_TAKES_HORIZON, "horizon", 0, G_OPTION_ARG_INT, FIELD (horizon), N_ ("How many periods ahead"), "N"},
    {GR_TAKES_METHOD, "frequency", 0, G_OPTION_ARG_INT, FIELD (frequency),
        N_ ("Periods in a season (default: as in the file)"), "N"},
    {GR_TAKES_METHOD | GR_TAKES_CHOICE, "method", 0, G_OPTION_ARG_STRING, FIELD (method),
        N_ ("Use this method instead of the best one"), "NAME"},
    {GR_TAKES_PRICE, "price", 0, G_OPTION_ARG_STRING, FIELD (price), N_ ("Purchase price"), "AMOUNT"},
    {GR_TAKES_LOCATION, "location", 'l', G_OPTION_ARG_STRING, FIELD (location),
        N_ ("Location (default: where most of the item is)"), "NAME"},
    {GR_TAKES_REASON, "reason", 0, G_OPTION_ARG_STRING, FIELD (reason), N_ ("Reason, for the stock history"), "TEXT"},
    {GR_TAKES_CURRENCY, "currency", 0, G_OPTION_ARG_STRING, FIELD (currency), N_ ("Currency code (default: EUR)"),
        "CODE"},
    {GR_TAKES_LIMIT, "limit", 0, G_OPTION_ARG_INT, FIELD (limit), N_ ("At most N rows"), "N"},
    {GR_TAKES_TO, "to", 0, G_OPTION_ARG_INT64, FIELD (to), N_ ("Undo change number N and all since, see log"), "N"},
    {GR_TAKES_GRAIN, "weeks", 'w', G_OPTION_ARG_NONE, FIELD (by_week), N_ ("By week instead of by month"), NULL},
    {GR_TAKES_MORE, "accept-more", 0, G_OPTION_ARG_NONE, FIELD (accept_more), N_ ("Accept more than was ordered"),
        NULL},
    {GR_TAKES_DUE, "all-due", 0, G_OPTION_ARG_NONE, FIELD (all_due), N_ ("Every sent order that was due by today"),
        NULL},
    {GR_TAKES_EXPLAIN, "explain", 0, G_OPTION_ARG_NONE, FIELD (explain), N_ ("Show the calculation"), NULL},
    {GR_TAKES_LEVEL, "level", 0, G_OPTION_ARG_DOUBLE, FIELD (level), N_ ("Also the range of PERCENT probability"),
        "PERCENT"},
    {GR_TAKES_CHOICE, "since", 0, G_OPTION_ARG_STRING, FIELD (since), N_ ("Use sales history since DATE; or all"),
        "DATE"},
    {GR_TAKES_CHOICE, "predecessor", 0, G_OPTION_ARG_STRING, FIELD (predecessor), N_ ("The item it replaces; or none"),
        "CODE"},
    {GR_TAKES_CHOICE, "share", 0, G_OPTION_ARG_INT, FIELD (share),
        N_ ("Its share of that item’s sales (default: measured)"), "PERCENT"},
    {GR_TAKES_EVENT, "family", 'f', G_OPTION_ARG_STRING, FIELD (family), N_ ("Only this family"), "NAME"},
    {GR_TAKES_NEW_ITEM, "family", 'f', G_OPTION_ARG_STRING, FIELD (family), N_ ("Its family; added if it is new"),
        "NAME"},
    {GR_TAKES_NEW_ITEM, "unit", 0, G_OPTION_ARG_STRING, FIELD (unit), N_ ("Unit (default: pcs)"), "UNIT"},
    {GR_TAKES_NEW_ITEM, "supplier", 0, G_OPTION_ARG_STRING, FIELD (supplier), N_ ("Its supplier; added if it is new"),
        "NAME"},
    {GR_TAKES_NEW_ITEM, "unit-cost", 0, G_OPTION_ARG_STRING, FIELD (unit_cost), N_ ("Purchase price"), "AMOUNT"},
    {GR_TAKES_NEW_ITEM, "unit-price", 0, G_OPTION_ARG_STRING, FIELD (unit_price), N_ ("Selling price"), "AMOUNT"},
    {GR_TAKES_NEW_ITEM | GR_TAKES_NEW_SUPPLIER, "lead-time", 0, G_OPTION_ARG_STRING, FIELD (lead_time),
        N_ ("Lead time (days)"), "DAYS"},
    {GR_TAKES_NEW_ITEM, "pack", 0, G_OPTION_ARG_STRING, FIELD (pack), N_ ("Pack size"), "QUANTITY"},
    {GR_TAKES_NEW_ITEM, "minimum", 0, G_OPTION_ARG_STRING, FIELD (minimum), N_ ("Minimum quantity"), "QUANTITY"},
    {GR_TAKES_NEW_ITEM, "barcode", 0, G_OPTION_ARG_STRING, FIELD (barcode), N_ ("Barcode of one unit"), "CODE"},
    {GR_TAKES_NEW_ITEM, "on-hand", 0, G_OPTION_ARG_STRING, FIELD (on_hand), N_ ("The quantity counted"), "QUANTITY"},
    {GR_TAKES_NEW_SUPPLIER, "minimum", 0, G_OPTION_ARG_STRING, FIELD (minimum), N_ ("Minimum order value"), "AMOUNT"},
    {GR_TAKES_NEW_SUPPLIER, "email", 0, G_OPTION_ARG_STRING, FIELD (email), N_ ("Email"), "ADDRESS"},
    {GR_TAKES_NEW_SUPPLIER, "phone", 0, G_OPTION_ARG_STRING, FIELD (phone), N_ ("Phone"), "NUMBER"},
    {GR_TAKES_EVENT, "lift", 0, G_OPTION_ARG_STRING, FIELD (lift), N_ ("Expected effect on sales"), "PERCENT"},
};

static gboolean
is_taken (const Option *option, guint takes)
{
  return option->takes == 0 || (option->takes & takes) != 0;
}

static GOptionEntry *
entries_for (GrCliOptions *options, guint takes)
{
  GOptionEntry *entries = g_new0 (GOptionEntry, G_N_ELEMENTS (all_options) + 1);
  gsize n = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (all_options); i++) {
    const Option *option = &all_options[i];

    if (is_taken (option, takes))
      entries[n++] = (GOptionEntry){
          option->name, option->letter, 0, option->type, (char *) options + option->offset, NULL, option->value};
  }
  return entries;
}

/**
 * gr_cli_options_parse:
 * @stop_at_command: leave everything from the first word on as it is
 * @args: (inout): the options found are taken out
 *
 * Fails with %G_OPTION_ERROR.
 */
gboolean
gr_cli_options_parse (
    GrCliOptions *options, guint takes, gboolean stop_at_command, char ***args, int *n_args, GError **error)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autofree GOptionEntry *entries = entries_for (options, takes);

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_strict_posix (context, stop_at_command);
  g_option_context_add_main_entries (context, entries, NULL);
  return g_option_context_parse (context, n_args, args, error);
}

void
gr_cli_options_clear (GrCliOptions *options)
{
  for (gsize i = 0; i < G_N_ELEMENTS (all_options); i++) {
    gpointer field = (char *) options + all_options[i].offset;

    if (all_options[i].type == G_OPTION_ARG_STRING || all_options[i].type == G_OPTION_ARG_FILENAME)
      g_clear_pointer ((char **) field, g_free);
    else if (all_options[i].type == G_OPTION_ARG_STRING_ARRAY)
      g_clear_pointer ((char ***) field, g_strfreev);
  }
}

/**
 * gr_cli_options_shop:
 *
 * Returns: the shop's file: --shop, else $GRANARY_SHOP, else shop.granary in this folder
 */
const char *
gr_cli_options_shop (const GrCliOptions *options)
{
  const char *from_environment = g_getenv ("GRANARY_SHOP");

  if (options->shop != NULL)
    return options->shop;
  return from_environment != NULL && *from_environment != '\0' ? from_environment : DEFAULT_SHOP;
}

gboolean
gr_cli_options_clock (const GrCliOptions *options, GrClock *clock, GError **error)
{
  g_autoptr (GError) fault = NULL;
  GrDate today;

  *clock = gr_clock_system();
  if (options->today == NULL)
    return TRUE;
  if (!gr_date_parse (options->today, &today, &fault)) {
    g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, fault->message);
    return FALSE;
  }
  if (today < gr_date_from_ymd (FIRST_YEAR, 1, 1) || today > gr_date_from_ymd (LAST_YEAR, 12, 31)) {
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _ ("today must be between the years %d and %d"),
        FIRST_YEAR, LAST_YEAR);
    return FALSE;
  }
  *clock = gr_clock_fixed (today);
  return TRUE;
}

void
gr_cli_options_print (guint takes, GString *out)
{
  for (gsize i = 0; i < G_N_ELEMENTS (all_options); i++) {
    const Option *option = &all_options[i];
    g_autofree char *shown = NULL;

    if (!is_taken (option, takes))
      continue;
    shown = option->letter != 0 ? g_strdup_printf ("-%c, --%s", option->letter, option->name)
                                : g_strdup_printf ("    --%s", option->name);
    if (option->value != NULL) {
      g_autofree char *name = g_steal_pointer (&shown);

      shown = g_strdup_printf ("%s=%s", name, option->value);
    }
    g_string_append_printf (out, "  %-26s %s\n", shown, _ (option->meaning));
  }
}
