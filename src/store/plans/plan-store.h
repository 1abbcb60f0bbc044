#pragma once

#include "store/file/database.h"

#include "domain/base/item-set.h"
#include "domain/base/date.h"
#include "domain/base/money.h"
#include "domain/base/quantity.h"
#include "domain/stock/stock-health.h"
#include "domain/plan/plan-line.h"
#include "domain/plan/suggestion.h"

/* Inside a transaction: begin, clear what is planned anew, lines and suggestions; a deed is not needed. */
gboolean gr_plan_store_begin (GrDatabase *database, const GrPlanHead *head, GError **error);
gboolean gr_plan_store_clear (GrDatabase *database, const GrItemSet *items, GError **error);
gboolean gr_plan_store_add_line (GrDatabase *database, const GrPlanLine *line, GError **error);
gboolean gr_plan_store_add_suggestions (GrDatabase *database, const GrSuggestion *suggestions, gsize n, GError **error);
gboolean gr_plan_store_take_suggestion (GrDatabase *database, const GrSuggestion *suggestion, GError **error);

gboolean gr_plan_store_head (GrDatabase *database, GrPlanHead *head, gboolean *exists, GError **error);
gboolean gr_plan_store_find_line (
    GrDatabase *database, gint64 item_id, GrPlanLine *line, gboolean *exists, GError **error);
GPtrArray *gr_plan_store_suggestions (GrDatabase *database, gint64 supplier_id, GrDate order_until, GError **error);
GPtrArray *gr_plan_store_suggestions_of_item (GrDatabase *database, gint64 item_id, GError **error);
