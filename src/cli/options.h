#pragma once

#include "domain/base/clock.h"

#include <glib.h>

/* Which options a command takes, besides those that all take. */
typedef enum {
  GR_TAKES_SEARCH = 1 << 0,
  GR_TAKES_ITEM = 1 << 1,
  GR_TAKES_IMPORT = 1 << 2,
  GR_TAKES_SUPPLIER = 1 << 3,
  GR_TAKES_ALL = 1 << 4,
  GR_TAKES_OUTPUT = 1 << 5,
  GR_TAKES_HORIZON = 1 << 6,
  GR_TAKES_METHOD = 1 << 7,
  GR_TAKES_PRICE = 1 << 8,
  GR_TAKES_LOCATION = 1 << 9,
  GR_TAKES_REASON = 1 << 10,
  GR_TAKES_CURRENCY = 1 << 11,
  GR_TAKES_LIMIT = 1 << 12,
  GR_TAKES_GRAIN = 1 << 13,
  GR_TAKES_MORE = 1 << 14,
  GR_TAKES_EXPLAIN = 1 << 15,
  GR_TAKES_LEVEL = 1 << 16,
  GR_TAKES_CHOICE = 1 << 17,
  GR_TAKES_EVENT = 1 << 18,
  GR_TAKES_DUE = 1 << 19,
  GR_TAKES_TO = 1 << 20,
  GR_TAKES_NEW_ITEM = 1 << 21,
  GR_TAKES_NEW_SUPPLIER = 1 << 22,
} GrCliTakes;

/* What the command line said; %NULL, %FALSE and 0 where it said nothing. */
typedef struct {
  char *shop;
  char *today;
  gboolean as_json;
  gboolean wants_help;
  gboolean wants_version;
  char *search;
  char *item;
  char **map;
  gboolean dry_run;
  gboolean create_missing;
  gboolean skip_bad;
  gboolean again;
  char *supplier;
  gboolean all;
  char *output;
  int horizon;
  int frequency;
  char *method;
  char *price;
  char *location;
  char *reason;
  char *currency;
  int limit;
  gint64 to;
  gboolean by_week;
  gboolean accept_more;
  gboolean all_due;
  gboolean explain;
  double level;
  char *since;
  char *predecessor;
  int share;
  char *family;
  char *lift;
  char *unit;
  char *unit_cost;
  char *unit_price;
  char *lead_time;
  char *pack;
  char *minimum;
  char *barcode;
  char *on_hand;
  char *email;
  char *phone;
} GrCliOptions;

gboolean gr_cli_options_parse (
    GrCliOptions *options, guint takes, gboolean stop_at_command, char ***args, int *n_args, GError **error);
void gr_cli_options_clear (GrCliOptions *options);
const char *gr_cli_options_shop (const GrCliOptions *options);
gboolean gr_cli_options_clock (const GrCliOptions *options, GrClock *clock, GError **error);
void gr_cli_options_print (guint takes, GString *out);
