#include "command.h"

#include "shop/forecasting/known-events.h"

#include <glib/gi18n.h>
#include <math.h>

/* What an event applies to; the whole shop is not named in JSON. */
static char *
name_scope (const GrEvent *event)
{
  return g_strdup (event->item_code != NULL ? event->item_code : event->family);
}

static void
list_event (GrTable *table, const GrEventRecord *record)
{
  const GrEvent *event = record->event;
  g_autofree char *scope = name_scope (event);
  gboolean is_expected = event->lift_percent != GR_EVENT_LIFT_UNKNOWN;

  gr_table_number (table, event->id, 0, 0);
  gr_table_text (table, event->name);
  gr_table_text (table, scope);
  gr_table_date (table, event->starts_on);
  gr_table_date (table, event->ends_before - 1);
  gr_table_real (table, is_expected ? (double) event->lift_percent : NAN, 0);
  gr_table_real (table, record->lift * 100, 0);
  gr_table_number (table, record->n_weeks, 0, 0);
}

static gboolean
run_list (GrCli *cli, GError **error)
{
  const GrColumn columns[] = {{"id", "#", TRUE}, {"name", _ ("Event"), FALSE}, {"of", _ ("Applies to"), FALSE},
      {"from", C_ ("date", "From"), FALSE}, {"to", C_ ("date", "To"), FALSE},
      {"assumed_lift", _ ("Expected effect, %"), TRUE}, {"measured_lift", _ ("Measured effect, %"), TRUE},
      {"weeks", _ ("Weeks"), TRUE}};
  g_autoptr (GPtrArray) records = gr_shop_event_records (cli->shop, error);
  GrTable *table;

  if (records == NULL)
    return FALSE;
  table = gr_table_new (columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < records->len; i++)
    list_event (table, g_ptr_array_index (records, i));
  gr_answer_list (cli->answer, "events", table, _ ("No events yet"));
  return TRUE;
}

static gboolean
read_lift (const GrCli *cli, int *lift, GError **error)
{
  gint64 value;

  if (cli->options.lift == NULL)
    return TRUE;
  if (!g_ascii_string_to_signed (cli->options.lift, 10, GR_EVENT_LEAST_LIFT, GR_EVENT_MOST_LIFT, &value, NULL)) {
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
        _ ("The effect must be a whole number from −%d to %d percent."), -GR_EVENT_LEAST_LIFT, GR_EVENT_MOST_LIFT);
    return FALSE;
  }
  *lift = (int) value;
  return TRUE;
}

/* NAME FROM [TO]: an event of one day has no second one. */
static gboolean
read_event (GrCli *cli, GrEvent *event, GError **error)
{
  GrDate last;

  event->name = g_strdup (cli->args[0]);
  event->family = g_strdup (cli->options.family);
  if (cli->options.item != NULL && (event->item_id = gr_cli_item (cli, cli->options.item, error)) == 0)
    return FALSE;
  if (!gr_date_parse (cli->args[1], &event->starts_on, error) ||
      !gr_date_parse (cli->args[cli->n_args > 2 ? 2 : 1], &last, error) ||
      !read_lift (cli, &event->lift_percent, error))
    return FALSE;
  event->ends_before = last + 1;
  return TRUE;
}

static gboolean
run_add (GrCli *cli, GError **error)
{
  g_autoptr (GrEvent) event = gr_event_new();
  gint64 id;

  if (!read_event (cli, event, error))
    return FALSE;
  id = gr_shop_save_event (cli->shop, event, &cli->progress, error);
  if (id == 0)
    return FALSE;
  gr_answer_number (cli->answer, "id", _ ("Event"), id, 0);
  gr_answer_text (cli->answer, "name", _ ("Name"), event->name);
  gr_answer_date (cli->answer, "from", C_ ("date", "From"), event->starts_on);
  gr_answer_date (cli->answer, "to", C_ ("date", "To"), event->ends_before - 1);
  return TRUE;
}

static gboolean
run_remove (GrCli *cli, GError **error)
{
  g_autoptr (GrEvent) event = NULL;
  gint64 id;

  if (!g_ascii_string_to_signed (cli->args[0], 10, 1, G_MAXINT64, &id, NULL)) {
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
        _ ("“%s” is not the number of an event; see event list"), cli->args[0]);
    return FALSE;
  }
  event = gr_shop_event (cli->shop, id, error);
  if (event == NULL || !gr_shop_remove_event (cli->shop, id, &cli->progress, error))
    return FALSE;
  gr_answer_text (cli->answer, "removed", _ ("Deleted"), event->name);
  return TRUE;
}

const GrCommand gr_event_commands[] = {
    {"event", "list", "", N_ ("List events and their effect on sales"), 0, 0, 0, TRUE, run_list},
    {"event", "add", "NAME FROM [TO]", N_ ("Add an event: a promotion, a holiday, a market"),
        GR_TAKES_ITEM | GR_TAKES_EVENT, 2, 3, TRUE, run_add},
    {"event", "remove", "NUMBER", N_ ("Delete an event"), 0, 1, 1, TRUE, run_remove},
    {NULL},
};
