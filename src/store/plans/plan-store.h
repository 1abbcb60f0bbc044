#pragma once

#include "store/file/database.h"

#include "domain/base/date.h"
#include "domain/base/money.h"
#include "domain/base/quantity.h"
#include "domain/stock/stock-health.h"

typedef struct {
  GrInstant made_at;
  GrDate made_for;
  int horizon_weeks;
} GrPlanHead;

/* An item's line of the plan; @supplier_id 0 without one, @days_of_supply NaN where stock outlasts the horizon. */
typedef struct {
  gint64 item_id;
  gint64 supplier_id;
  GrStockHealth health;
  GrQty safety_stock;
  GrQty reorder_point;
  GrQty order_up_to;
  double days_of_supply;
  GrDate stock_out_on;
  GrMoney money_at_risk;
  GrMoney excess_value;
  double weekly_demand;
} GrPlanLine;

/* An order the plan proposes; the names are read with it and never written. */
typedef struct {
  gint64 item_id;
  int step; /* 0: the one to act on */
  gint64 supplier_id;
  GrQty need;
  GrQty qty;
  GrPrice unit_price;
  GrDate needed_on;
  GrDate order_on;
  GrDate arrive_on;
  gboolean is_late;
  char *item_code;
  char *item_description;
  char *unit;
  char *supplier_name;
  GrMoney value;
  GrMoney money_at_risk; /* of its item's line */
} GrPlanSuggestion;

void gr_plan_suggestion_free (GrPlanSuggestion *suggestion);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrPlanSuggestion, gr_plan_suggestion_free)

/* Inside a transaction: begin (which empties the plan), lines and suggestions; a deed is not needed. */
gboolean gr_plan_store_begin (GrDatabase *database, const GrPlanHead *head, GError **error);
gboolean gr_plan_store_add_line (GrDatabase *database, const GrPlanLine *line, GError **error);
gboolean gr_plan_store_add_suggestion (GrDatabase *database, const GrPlanSuggestion *suggestion, GError **error);
gboolean gr_plan_store_replace_item (GrDatabase *database, const GrPlanLine *line, const GrPlanSuggestion *suggestions,
    gsize n_suggestions, GError **error);

gboolean gr_plan_store_head (GrDatabase *database, GrPlanHead *head, gboolean *exists, GError **error);
gboolean gr_plan_store_find_line (
    GrDatabase *database, gint64 item_id, GrPlanLine *line, gboolean *exists, GError **error);
GPtrArray *gr_plan_store_suggestions (GrDatabase *database, gint64 supplier_id, GrDate order_until, GError **error);
GPtrArray *gr_plan_store_suggestions_of_item (GrDatabase *database, gint64 item_id, GError **error);
