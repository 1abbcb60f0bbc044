#include "planning-filter.h"

#include "app/widgets/family-choice.h"
#include "app/widgets/health-chips.h"
#include "planning-items.h"

#include <glib/gi18n.h>

struct _GrPlanningFilter {
  GtkWidget *chips;
  GtkWidget *family;
  GArray *family_ids; /* of @family, after "all" */
  char *search;
};

GrPlanningFilter *
gr_planning_filter_new (GtkWidget *chips, GtkWidget *family)
{
  GrPlanningFilter *filter = g_new0 (GrPlanningFilter, 1);

  filter->chips = chips;
  filter->family = family;
  filter->family_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gr_health_chips_add_all (GR_CHIPS (chips));
  gr_chips_add (GR_CHIPS (chips),
      &(GrChip){GR_PLANNING_DUE, _ ("To order"), "gr-order-symbolic", "accent", _ ("Items to order today.")});
  gr_health_chips_add_healths (GR_CHIPS (chips));
  return filter;
}

void
gr_planning_filter_free (GrPlanningFilter *filter)
{
  g_array_unref (filter->family_ids);
  g_free (filter->search);
  g_free (filter);
}

/**
 * gr_planning_filter_fill:
 * @shop: (nullable): whose families can be chosen from now on
 */
void
gr_planning_filter_fill (GrPlanningFilter *filter, GrShop *shop)
{
  gr_family_choice_fill (GTK_DROP_DOWN (filter->family), filter->family_ids, shop);
}

/**
 * gr_planning_filter_count:
 *
 * Writes on each chip how many items it finds.
 */
void
gr_planning_filter_count (GrPlanningFilter *filter, const GrStockTotals *totals)
{
  gr_health_chips_count (GR_CHIPS (filter->chips), totals);
  gr_chips_set_count (GR_CHIPS (filter->chips), GR_PLANNING_DUE, totals->n_due);
}

/**
 * gr_planning_filter_set_shown:
 *
 * A choice of families is shown only where there are any.
 */
void
gr_planning_filter_set_shown (GrPlanningFilter *filter, gboolean is_shown)
{
  gtk_widget_set_visible (filter->chips, is_shown);
  gtk_widget_set_visible (filter->family, is_shown && filter->family_ids->len > 0);
}

void
gr_planning_filter_choose (GrPlanningFilter *filter, int chip, gint64 family_id)
{
  gr_family_choice_set (GTK_DROP_DOWN (filter->family), filter->family_ids, family_id);
  gr_chips_choose (GR_CHIPS (filter->chips), chip);
}

void
gr_planning_filter_set_search (GrPlanningFilter *filter, const char *text)
{
  g_free (filter->search);
  filter->search = g_strdup (text);
}

static void
say_empty (GrTable *table, const GrStockFilter *filter)
{
  if (filter->only_due && !filter->search && filter->family_id == 0)
    gr_table_set_empty (
        table, &(GrTableEmpty){"object-select-symbolic", _ ("Nothing to order"),
                   _ ("All due suggestions have been accepted."), _ ("Show all items"), "page.show-all"});
  else if (filter->only_due || filter->search || filter->health >= 0 || filter->family_id != 0)
    gr_table_set_empty (
        table, &(GrTableEmpty){"system-search-symbolic", _ ("Nothing found"),
                   _ ("No item matches the search and filters."), _ ("Show all items"), "page.show-all"});
  else
    gr_table_set_empty (
        table, &(GrTableEmpty){"gr-planning-symbolic", _ ("No items yet"),
                   _ ("Import your item list, or drop the file onto this window."), _ ("Import…"), "win.import::"});
}

/**
 * gr_planning_filter_read:
 * @table: whose order is asked for; it is told what it means to have no rows
 *
 * Returns: what is asked for now; its search is borrowed
 */
GrStockFilter
gr_planning_filter_read (GrPlanningFilter *filter, GrTable *table, GrDate today)
{
  GrStockFilter asked = GR_STOCK_FILTER_ALL;
  int chip = gr_chips_get_chosen (GR_CHIPS (filter->chips));
  gboolean is_descending = FALSE;
  const char *column = gr_table_get_sort (table, &is_descending);

  asked.search = filter->search && *filter->search ? filter->search : NULL;
  asked.family_id = gr_family_choice_get (GTK_DROP_DOWN (filter->family), filter->family_ids);
  asked.due_by = today;
  asked.only_due = chip == GR_PLANNING_DUE;
  asked.health = chip >= 0 ? chip : -1;
  asked.sort = GR_STOCK_SORT_MONEY_AT_RISK;
  asked.is_descending = TRUE;
  if (column && gr_planning_column_sort (column, &asked.sort))
    asked.is_descending = is_descending;
  if (chip == GR_HEALTH_CHIP_ALL && asked.sort == GR_STOCK_SORT_MONEY_AT_RISK && asked.is_descending)
    asked.sort = GR_STOCK_SORT_URGENCY;
  say_empty (table, &asked);
  return asked;
}
