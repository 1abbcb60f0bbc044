#include "inventory-instances.h"

#include "planning/policy/buffer.h"
#include "planning/policy/joint-order.h"
#include "planning/theory/lot-schedule.h"
#include "planning/theory/lot-size.h"
#include "planning/theory/newsvendor.h"
#include "planning/policy/order-up-to.h"
#include "planning/policy/price-change.h"
#include "planning/theory/reorder-policy.h"
#include "planning/theory/uncertain-supply.h"

#include <math.h>
#include <string.h>

/* One instance being worked. */
typedef struct {
  const char *function;
  JsonObject *in;
  JsonNode *expected;
  GArray *out;
  double *weights; /* of a table, while it is used */
} Case;

static gboolean
has (const Case *c, const char *name)
{
  return json_object_has_member (c->in, name) && !json_object_get_null_member (c->in, name);
}

static double
get_or (const Case *c, const char *name, double otherwise)
{
  return has (c, name) ? json_object_get_double_member (c->in, name) : otherwise;
}

static double
get (const Case *c, const char *name)
{
  return get_or (c, name, 0);
}

static void
put (Case *c, double number)
{
  g_array_append_val (c->out, number);
}

static void
put_newsvendor (Case *c, GrNewsvendor answer)
{
  put (c, answer.level);
  put (c, answer.value);
}

static double *
get_list (const Case *c, const char *name, int *n)
{
  JsonArray *array = json_object_get_array_member (c->in, name);
  double *list = g_new (double, json_array_get_length (array) + 1);

  *n = (int) json_array_get_length (array);
  for (int i = 0; i < *n; i++)
    list[i] = json_array_get_double_element (array, (guint) i);
  return list;
}

/* {"1": 0.13, "2": ...} */
static GrDistribution
read_table (Case *c, JsonObject *masses)
{
  g_autoptr (GList) values = json_object_get_members (masses);
  int low = G_MAXINT, high = G_MININT;

  for (GList *l = values; l != NULL; l = l->next) {
    low = MIN (low, atoi (l->data));
    high = MAX (high, atoi (l->data));
  }
  c->weights = g_new0 (double, (gsize) (high - low) + 1);
  for (GList *l = values; l != NULL; l = l->next)
    c->weights[atoi (l->data) - low] = json_object_get_double_member (masses, l->data);
  return gr_distribution_table (c->weights, high - low + 1, low);
}

/* scipy's names and order of arguments. */
static GrDistribution
read_scipy (JsonObject *object)
{
  const char *name = json_object_get_string_member (object, "dist");
  JsonArray *args = json_object_get_array_member (object, "args");
  JsonObject *named = json_object_get_object_member (object, "kwds");
  guint n = json_array_get_length (args);
  double a = n > 0 ? json_array_get_double_element (args, 0) : 0;
  double b = n > 1 ? json_array_get_double_element (args, 1) : 0;
  double scale = json_object_has_member (named, "scale") ? json_object_get_double_member (named, "scale") : 1;

  if (strcmp (name, "norm") == 0)
    return gr_distribution_normal (a, n > 1 ? b : 1);
  if (strcmp (name, "lognorm") == 0)
    return gr_distribution_lognormal (log (json_array_get_double_element (args, 2)), a);
  if (strcmp (name, "uniform") == 0)
    return gr_distribution_uniform (a, a + b);
  if (strcmp (name, "expon") == 0)
    return gr_distribution_exponential (scale);
  if (strcmp (name, "gamma") == 0)
    return gr_distribution_gamma (a, scale);
  if (strcmp (name, "geom") == 0)
    return gr_distribution_geometric (a, 1 + (int) b);
  if (strcmp (name, "nbinom") == 0)
    return gr_distribution_negative_binomial (a * (1 - b) / b, sqrt (a * (1 - b)) / b);
  g_assert_cmpstr (name, ==, "poisson");
  return gr_distribution_poisson (a);
}

static GrDistribution
read_demand (Case *c)
{
  if (has (c, "distrib"))
    return read_scipy (json_object_get_object_member (c->in, "distrib"));
  if (has (c, "demand_distrib"))
    return read_scipy (json_object_get_object_member (c->in, "demand_distrib"));
  if (has (c, "pmf"))
    return read_table (c, json_object_get_object_member (c->in, "pmf"));
  if (has (c, "demand_pmf") && JSON_NODE_HOLDS_OBJECT (json_object_get_member (c->in, "demand_pmf")))
    return read_table (c, json_object_get_object_member (c->in, "demand_pmf"));
  if (has (c, "demand_pmf")) {
    int n;

    c->weights = get_list (c, "demand_pmf", &n);
    return gr_distribution_table (c->weights, n, 0);
  }
  if (has (c, "demand_sd"))
    return gr_distribution_normal (get (c, "demand_mean"), get (c, "demand_sd"));
  return gr_distribution_poisson (get (c, "demand_mean"));
}

/* Demand over a lead time, and @more periods. */
static GrDistribution
read_lead_time_demand (Case *c, double more)
{
  double periods = get (c, "lead_time") + more;

  if (has (c, "demand_sd"))
    return gr_distribution_normal (get (c, "demand_mean") * periods, get (c, "demand_sd") * sqrt (periods));
  return gr_distribution_poisson (get (c, "demand_mean") * periods);
}

static GrDistribution
read_named_distribution (Case *c)
{
  const char *f = c->function;

  if (g_str_has_prefix (f, "standard_normal"))
    return gr_distribution_normal (0, 1);
  if (g_str_has_prefix (f, "normal"))
    return gr_distribution_normal (get (c, "mean"), get (c, "sd"));
  if (g_str_has_prefix (f, "lognormal"))
    return gr_distribution_lognormal (get (c, "mu"), get (c, "sigma"));
  if (g_str_has_prefix (f, "exponential"))
    return gr_distribution_exponential (1 / get (c, "mu"));
  if (g_str_has_prefix (f, "gamma"))
    return gr_distribution_gamma (get (c, "a"), get (c, "b"));
  if (g_str_has_prefix (f, "uniform"))
    return gr_distribution_uniform (get (c, "a"), get (c, "b"));
  if (g_str_has_prefix (f, "geometric"))
    return gr_distribution_geometric (get (c, "p"), 1);
  if (g_str_has_prefix (f, "poisson"))
    return gr_distribution_poisson (get (c, "mean"));
  if (g_str_has_prefix (f, "negative_binomial") && has (c, "r"))
    return gr_distribution_negative_binomial (
        get (c, "r") * (1 - get (c, "p")) / get (c, "p"), sqrt (get (c, "r") * (1 - get (c, "p"))) / get (c, "p"));
  if (g_str_has_prefix (f, "negative_binomial"))
    return gr_distribution_negative_binomial (get (c, "mean"), get (c, "sd"));
  return read_demand (c);
}

static void
answer_loss (Case *c)
{
  GrDistribution demand = read_named_distribution (c);
  GrLoss loss = gr_distribution_loss (&demand, get_or (c, "x", get (c, "z")));
  gboolean is_second = strstr (c->function, "second") != NULL;

  put (c, is_second ? loss.second_over : loss.over);
  put (c, is_second ? loss.second_under : loss.under);
}

static void
answer_loss_table (Case *c)
{
  g_autoptr (GList) values = json_object_get_members (json_node_get_object (c->expected));
  gboolean is_complementary = has (c, "complementary") && json_object_get_boolean_member (c->in, "complementary");

  for (GList *l = values; l != NULL; l = l->next) {
    double z = g_ascii_strtod (l->data, NULL);

    put (c, gr_normal_loss (is_complementary ? -z : z));
  }
}

static GrLotTerms
read_lot (const Case *c)
{
  return (GrLotTerms){get (c, "fixed_cost"), get (c, "demand_rate"), get (c, "holding_cost")};
}

static void
put_lot (Case *c, GrLot lot)
{
  put (c, lot.qty);
  put (c, lot.cost);
}

static void
answer_lot (Case *c)
{
  GrLotTerms terms = read_lot (c);

  if (has (c, "production_rate"))
    terms = gr_lot_terms_at_rate (&terms, get (c, "production_rate"));
  put_lot (c, has (c, "order_quantity")
                  ? (GrLot){get (c, "order_quantity"), gr_lot_cost (&terms, get (c, "order_quantity"))}
                  : gr_lot_economic (&terms));
}

static void
answer_backorders (Case *c)
{
  GrLotTerms terms = read_lot (c);
  double shortage = get (c, "stockout_cost");
  GrBackorderLot lot = gr_lot_with_backorders (&terms, shortage);

  if (has (c, "order_quantity")) {
    lot.qty = get (c, "order_quantity");
    lot.backordered_share = get (c, "stockout_fraction");
    lot.cost = gr_lot_backorder_cost (&terms, shortage, lot.qty, lot.backordered_share);
  }
  put (c, lot.qty);
  put (c, lot.backordered_share);
  put (c, lot.cost);
}

static void
answer_discounts (Case *c)
{
  GrLotTerms terms = read_lot (c);
  int n;
  g_autofree double *from = get_list (c, "breakpoints", &n);
  g_autofree double *prices = get_list (c, "unit_costs", &n);
  GrPriceBreaks breaks = {from, prices, n, get (c, "holding_cost_rate")};
  GrTierLot lot = strstr (c->function, "all_units") != NULL ? gr_lot_all_units (&terms, &breaks)
                                                            : gr_lot_incremental (&terms, &breaks);

  put (c, lot.qty);
  put (c, lot.tier);
  put (c, lot.cost);
}

static void
answer_joint_order (Case *c)
{
  int n, multiples[32];
  g_autofree double *costs = get_list (c, "individual_fixed_costs", &n);
  g_autofree double *holding = get_list (c, "holding_costs", &n);
  g_autofree double *demand = get_list (c, "demand_rates", &n);
  g_autofree GrLotTerms *items = g_new (GrLotTerms, (gsize) n);
  GrJointOrder plan;

  for (int i = 0; i < n; i++)
    items[i] = (GrLotTerms){costs[i], demand[i], holding[i]};
  plan = gr_joint_order_plan (get (c, "shared_fixed_cost"), items, n, multiples);
  for (int i = 0; i < n; i++)
    put (c, multiples[i] * demand[i] * plan.cycle);
  put (c, plan.cycle);
  for (int i = 0; i < n; i++)
    put (c, multiples[i]);
  put (c, plan.cost);
}

static void
answer_newsvendor (Case *c)
{
  double h = get (c, "holding_cost"), p = get (c, "stockout_cost"), level = get (c, "base_stock_level");
  GrDistribution demand = has (c, "demand_mean") ? read_lead_time_demand (c, 1) : read_demand (c);

  if (g_str_has_suffix (c->function, "_cost"))
    put (c, gr_newsvendor_cost (&demand, h, p, level));
  else if (has (c, "base_stock_level"))
    put_newsvendor (c, (GrNewsvendor){level, gr_newsvendor_cost (&demand, h, p, level)});
  else
    put_newsvendor (c, gr_newsvendor_solve (&demand, h, p));
}

static void
answer_season (Case *c)
{
  GrDistribution demand = read_demand (c);
  GrSeasonTerms terms = {get (c, "revenue"), get (c, "purchase_cost"), get (c, "salvage_value"),
      get (c, "holding_cost"), get (c, "stockout_cost")};
  double level = get (c, "base_stock_level");

  put_newsvendor (c, has (c, "base_stock_level") ? (GrNewsvendor){level, gr_newsvendor_profit (&demand, &terms, level)}
                                                 : gr_newsvendor_solve_profit (&demand, &terms));
}

static GrPriceChange
read_price_change (const Case *c)
{
  return (GrPriceChange){.holding_cost = get (c, "holding_cost"),
      .shortage_cost = get (c, "stockout_cost"),
      .cost = get (c, "purchase_cost"),
      .next_cost = get (c, "purchase_cost_next_per"),
      .discount = get_or (c, "discount_factor", 1)};
}

static void
answer_price_change (Case *c)
{
  GrPriceChange change = read_price_change (c);
  GrDistribution demand = read_demand (c);
  double level = get (c, "base_stock_level");

  if (has (c, "cost"))
    put (c, gr_price_change_level_at (
                &change, &demand, get (c, "cost"), json_object_get_boolean_member (c->in, "left_half")));
  else if (strcmp (c->function, "myopic_cost") == 0)
    put (c, gr_price_change_cost (&change, &demand, level));
  else if (has (c, "base_stock_level"))
    put_newsvendor (c, (GrNewsvendor){level, gr_price_change_cost (&change, &demand, level)});
  else
    put_newsvendor (c, gr_price_change_solve (&change, &demand));
}

/* A value of each period, or one for all. */
static double
get_of_period (const Case *c, const char *name, int period, double otherwise)
{
  JsonNode *node = has (c, name) ? json_object_get_member (c->in, name) : NULL;
  int n_periods = (int) get (c, "num_periods");
  JsonArray *array;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return get_or (c, name, otherwise);
  array = json_node_get_array (node);
  /* Some lists begin with a period 0 that means nothing. */
  if ((int) json_array_get_length (array) > n_periods)
    period++;
  return json_array_get_double_element (array, (guint) period);
}

static GrPolicyBounds
bounds_of_period (const Case *c, int period)
{
  int n = (int) get (c, "num_periods");
  gboolean is_last = period == n - 1;
  GrDistribution demand =
      gr_distribution_normal (get_of_period (c, "demand_mean", period, 0), get_of_period (c, "demand_sd", period, 0));
  GrPriceChange change = {
      .holding_cost = get_of_period (c, "holding_cost", period, 0) + is_last * get (c, "terminal_holding_cost"),
      .shortage_cost = get_of_period (c, "stockout_cost", period, 0) + is_last * get (c, "terminal_stockout_cost"),
      .cost = get_of_period (c, "purchase_cost", period, 0),
      .next_cost = is_last ? 0 : get_of_period (c, "purchase_cost", period + 1, 0),
      .discount = get_of_period (c, "discount_factor", period, 1),
      .fixed_cost = get_of_period (c, "fixed_cost", period, 0),
  };

  return gr_price_change_bounds (&change, &demand, is_last ? 0 : get_of_period (c, "fixed_cost", period + 1, 0));
}

static void
answer_bounds (Case *c)
{
  int n = (int) get (c, "num_periods");

  for (int list = 0; list < 4; list++) {
    put (c, 0);
    for (int period = 0; period < n; period++) {
      GrPolicyBounds b = bounds_of_period (c, period);
      double numbers[] = {b.order_up_to_low, b.order_up_to_high, b.reorder_low, b.reorder_high};

      put (c, numbers[list]);
    }
  }
}

static void
put_policy (Case *c, GrReorderPolicy policy, gboolean with_cost)
{
  put (c, policy.reorder_point);
  put (c, policy.qty);
  if (with_cost)
    put (c, policy.cost);
}

static void
answer_reorder (Case *c)
{
  GrReorderTerms terms = {{get (c, "fixed_cost"), get (c, "demand_mean"), get (c, "holding_cost")},
      get (c, "stockout_cost"), read_lead_time_demand (c, 0)};
  const char *f = c->function;

  if (strstr (f, "cost") != NULL)
    put (c, gr_reorder_cost (&terms, get (c, "reorder_point"), get (c, "order_quantity")));
  else if (strstr (f, "optimal_r") != NULL)
    put (c, gr_reorder_point_for (&terms, get (c, "order_quantity")));
  else if (strstr (f, "eil") != NULL)
    put_policy (c, gr_reorder_by_inventory (&terms), TRUE);
  else if (strstr (f, "eoqb") != NULL)
    put_policy (c, gr_reorder_by_backorders (&terms), FALSE);
  else if (strstr (f, "eoqss") != NULL)
    put_policy (c, gr_reorder_by_safety_stock (&terms), FALSE);
  else if (strstr (f, "loss") != NULL)
    put_policy (c, gr_reorder_by_loss (&terms), FALSE);
  else
    put_policy (c, gr_reorder_exact (&terms), TRUE);
}

static void
answer_order_up_to (Case *c)
{
  GrReviewTerms terms = {get (c, "fixed_cost"), get (c, "holding_cost"), get (c, "stockout_cost"), read_demand (c)};
  GrReviewPolicy policy;

  if (strcmp (c->function, "s_s_cost_discrete") == 0) {
    put (c, gr_order_up_to_cost (&terms, (int) get (c, "reorder_point"), (int) get (c, "order_up_to_level")));
    return;
  }
  policy = strstr (c->function, "power") != NULL ? gr_order_up_to_by_power (&terms) : gr_order_up_to_exact (&terms);
  put (c, policy.reorder_point);
  put (c, policy.level);
  if (strstr (c->function, "power") == NULL)
    put (c, policy.cost);
}

static void
answer_safety_stock (Case *c)
{
  double lead = get_or (c, "lead_time_mean", get (c, "lead_time"));
  GrBufferTerms terms = {
      get (c, "demand_mean"), get (c, "demand_sd"), lead, get (c, "lead_time_sd"), 0, get_or (c, "csl", 0.5)};
  GrBuffer buffer = gr_buffer_compute (&terms);
  double qty = get (c, "order_quantity");

  if (has (c, "fill_rate")) {
    buffer.z = gr_buffer_factor_for_fill_rate (buffer.sigma, qty, get (c, "fill_rate"));
    g_assert_cmpfloat_with_epsilon (gr_buffer_fill_rate (&buffer, qty), get (c, "fill_rate"), 1e-12);
    put (c, buffer.z);
    put (c, buffer.sigma * gr_normal_loss (buffer.z));
    buffer.safety_stock = buffer.z * buffer.sigma;
  } else {
    put (c, buffer.z);
    put (c, buffer.sigma);
  }
  put (c, buffer.safety_stock);
  put (c, buffer.demand + buffer.safety_stock);
}

static void
answer_yield (Case *c)
{
  GrLotTerms terms = read_lot (c);
  double mean = get (c, "yield_mean"), sd = get (c, "yield_sd"), qty = get (c, "order_quantity");
  gboolean is_added = strstr (c->function, "additive") != NULL;

  if (!has (c, "order_quantity"))
    put_lot (c, is_added ? gr_supply_added_yield (&terms, mean, sd) : gr_supply_share_yield (&terms, mean, sd));
  else
    put_lot (c, (GrLot){qty, is_added ? gr_supply_added_yield_cost (&terms, mean, sd, qty)
                                      : gr_supply_share_yield_cost (&terms, mean, sd, qty)});
}

static void
answer_disrupted_lot (Case *c)
{
  GrLotTerms terms = read_lot (c);
  GrDisruptions disruptions = {get (c, "disruption_rate"), get (c, "recovery_rate"),
      has (c, "approximate") && json_object_get_boolean_member (c->in, "approximate")};

  if (has (c, "order_quantity"))
    put (c, gr_supply_disrupted_lot_cost (&terms, get (c, "stockout_cost"), &disruptions, get (c, "order_quantity")));
  else
    put_lot (c, gr_supply_disrupted_lot (&terms, get (c, "stockout_cost"), &disruptions));
}

static void
answer_disrupted_level (Case *c)
{
  GrLotTerms terms = {0, get (c, "demand"), get (c, "holding_cost")};
  GrDisruptions disruptions = {get (c, "disruption_prob"), get (c, "recovery_prob"), FALSE};
  double p = get (c, "stockout_cost"), level = get (c, "base_stock_level");
  GrDisruptedLevel answer = gr_supply_disrupted_level (&terms, p, &disruptions);

  if (has (c, "base_stock_level"))
    answer = (GrDisruptedLevel){level, gr_supply_disrupted_level_cost (&terms, p, &disruptions, level)};
  put (c, answer.level);
  put (c, answer.cost);
}

/* What has to be ordered when a certain demand meets a uncertain yield: a newsvendor whose demand is what is left of
 * it. */
static void
answer_uncertain_yield (Case *c)
{
  GrDistribution yield = read_scipy (json_object_get_object_member (c->in, "yield_distribution"));
  GrDistribution missing = gr_distribution_uniform (get (c, "demand") - yield.b, get (c, "demand") - yield.a);

  put_newsvendor (c, gr_newsvendor_solve (&missing, get (c, "holding_cost"), get (c, "stockout_cost")));
}

static void
answer_schedule (Case *c)
{
  int n = (int) get (c, "num_periods"), next[32];
  GrLotPeriod periods[32];
  double quantities[32], costs[33], total;

  for (int i = 0; i < n; i++)
    periods[i] = (GrLotPeriod){get_of_period (c, "demand", i, 0), get_of_period (c, "fixed_cost", i, 0),
        get_of_period (c, "holding_cost", i, 0), get_of_period (c, "purchase_cost", i, 0)};
  total = gr_lot_schedule_solve (periods, n, quantities, costs, next);
  put (c, 0);
  for (int i = 0; i < n; i++)
    put (c, quantities[i]);
  put (c, total);
  put (c, 0);
  for (int i = 0; i <= n; i++)
    put (c, costs[i]);
  put (c, 0);
  for (int i = 0; i < n; i++)
    put (c, next[i] + 1);
}

static const struct {
  const char *pattern;
  void (*answer) (Case *c);
} answers[] = {
    {"standard_normal_loss_dict", answer_loss_table},
    {"*_loss", answer_loss},
    {"economic_*_discounts", answer_discounts},
    {"economic_*_backorders", answer_backorders},
    {"economic_*", answer_lot},
    {"joint_*", answer_joint_order},
    {"eoq_with_disruptions*", answer_disrupted_lot},
    {"eoq_with_*", answer_yield},
    {"newsvendor_with_disruptions", answer_disrupted_level},
    {"newsvendor_with_additive_*", answer_uncertain_yield},
    {"newsvendor_*_explicit", answer_season},
    {"newsvendor_*", answer_newsvendor},
    {"myopic_bounds", answer_bounds},
    {"*myopic*", answer_price_change},
    {"r_q_*", answer_reorder},
    {"s_s_*", answer_order_up_to},
    {"safety_stock_*", answer_safety_stock},
    {"wagner_whitin", answer_schedule},
};

/* Appends the numbers of what @function gives for @inputs to @out; FALSE where nobody knows it. */
gboolean
inventory_answer (const char *function, JsonObject *inputs, JsonNode *expected, GArray *out)
{
  Case c = {function, inputs, expected, out, NULL};

  for (gsize i = 0; i < G_N_ELEMENTS (answers); i++)
    if (g_pattern_match_simple (answers[i].pattern, function)) {
      answers[i].answer (&c);
      g_free (c.weights);
      return TRUE;
    }
  return FALSE;
}
