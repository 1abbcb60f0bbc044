#include "planning-families.h"

#include "app/models/row.h"
#include "app/text/format.h"

#include <glib/gi18n.h>

static gint64
id_of_row (gconstpointer row)
{
  return ((const GrPlanningFamilyRow *) row)->id;
}

static void
free_row (gpointer data)
{
  GrPlanningFamilyRow *row = data;

  gr_plan_family_row_free (row->family);
  g_free (row);
}

/**
 * gr_planning_families_new:
 *
 * Returns: (transfer full): an empty list of #GrPlanningFamilyRow
 */
GrPagedModel *
gr_planning_families_new (void)
{
  GrRowSource source = {NULL, id_of_row, free_row, NULL};

  return gr_paged_model_new (&source, FALSE);
}

static GrPlanningFamilyRow *
make_row (gint64 id, GrPlanFamilyRow *family)
{
  GrPlanningFamilyRow *row = g_new (GrPlanningFamilyRow, 1);

  *row = (GrPlanningFamilyRow){id, family};
  return row;
}

static void
add_up (GrPlanFamilyRow *total, const GrPlanFamilyRow *family)
{
  total->n_items += family->n_items;
  total->n_exceptions += family->n_exceptions;
  total->n_suggestions += family->n_suggestions;
  total->stock_value = gr_qty_add (total->stock_value, family->stock_value);
  total->money_at_risk = gr_qty_add (total->money_at_risk, family->money_at_risk);
  total->excess_value = gr_qty_add (total->excess_value, family->excess_value);
  total->suggested_value = gr_qty_add (total->suggested_value, family->suggested_value);
}

/**
 * gr_planning_families_take:
 * @families: (transfer full): as of gr_shop_plan_families()
 *
 * Shows families below a line that sums them up.
 */
void
gr_planning_families_take (GrPagedModel *model, GPtrArray *families)
{
  GrPlanFamilyRow total = {0};
  GPtrArray *rows = g_ptr_array_new();

  g_ptr_array_set_free_func (families, NULL);
  for (guint i = 0; i < families->len; i++) {
    GrPlanFamilyRow *family = g_ptr_array_index (families, i);

    add_up (&total, family);
    g_ptr_array_add (rows, make_row (family->family_id != 0 ? family->family_id : -1, family));
  }
  if (rows->len > 0)
    g_ptr_array_insert (rows, 0, make_row (GR_PLANNING_WHOLE_SHOP, g_memdup2 (&total, sizeof total)));
  g_ptr_array_unref (families);
  gr_paged_model_take_rows (model, rows);
}

/**
 * gr_planning_families_selected:
 *
 * Returns: (nullable) (transfer none): the selected line
 */
const GrPlanningFamilyRow *
gr_planning_families_selected (GrPagedModel *model)
{
  gint64 id = gr_paged_model_get_selected (model);
  guint position = id != 0 ? gr_paged_model_position_of (model, id) : GTK_INVALID_LIST_POSITION;
  g_autoptr (GrRow) row =
      position != GTK_INVALID_LIST_POSITION ? g_list_model_get_item (G_LIST_MODEL (model), position) : NULL;

  return row ? gr_row_get_data (row) : NULL;
}

static const GrPlanFamilyRow *
family_of (gconstpointer row)
{
  return ((const GrPlanningFamilyRow *) row)->family;
}

static int
digits_of (gpointer data)
{
  GrShop *const *shop = data;

  return *shop ? gr_shop_currency_digits (*shop) : 2;
}

static char *
name_text (gconstpointer row, gpointer data)
{
  if (id_of_row (row) == GR_PLANNING_WHOLE_SHOP)
    return g_strdup (_ ("All families"));
  return g_strdup (family_of (row)->name ? family_of (row)->name : _ ("Without a family"));
}

static char *
items_text (gconstpointer row, gpointer data)
{
  return gr_format_count (family_of (row)->n_items);
}

static char *
exceptions_text (gconstpointer row, gpointer data)
{
  return gr_format_count (family_of (row)->n_exceptions);
}

static char *
due_text (gconstpointer row, gpointer data)
{
  return gr_format_count (family_of (row)->n_suggestions);
}

static char *
due_value_text (gconstpointer row, gpointer data)
{
  return gr_format_money (family_of (row)->suggested_value, digits_of (data));
}

static char *
stock_text (gconstpointer row, gpointer data)
{
  return gr_format_money (family_of (row)->stock_value, digits_of (data));
}

static char *
excess_text (gconstpointer row, gpointer data)
{
  return gr_format_money (family_of (row)->excess_value, digits_of (data));
}

static char *
risk_text (gconstpointer row, gpointer data)
{
  return gr_format_money (family_of (row)->money_at_risk, digits_of (data));
}

static const GrTableColumn columns[] = {
    {.id = "family", .title = N_ ("Family"), .width = 150, .expands = TRUE, .text = name_text},
    {.id = "items", .title = N_ ("Items"), .width = 60, .rank = 5, .kind = GR_CELL_NUMBER, .text = items_text},
    {.id = "exceptions",
        .title = N_ ("Need attention"),
        .width = 92,
        .rank = 2,
        .kind = GR_CELL_NUMBER,
        .tooltip = N_ ("Items that are out of stock, at risk, or in excess."),
        .text = exceptions_text},
    {.id = "due",
        .title = N_ ("To order"),
        .width = 80,
        .rank = 1,
        .kind = GR_CELL_NUMBER,
        .tooltip = N_ ("How many items to order today."),
        .text = due_text},
    {.id = "due-value",
        .title = N_ ("Order value"),
        .width = 110,
        .rank = 4,
        .kind = GR_CELL_NUMBER,
        .text = due_value_text},
    {.id = "stock", .title = N_ ("Stock value"), .width = 110, .rank = 6, .kind = GR_CELL_NUMBER, .text = stock_text},
    {.id = "excess",
        .title = N_ ("Excess"),
        .width = 100,
        .rank = 7,
        .kind = GR_CELL_NUMBER,
        .tooltip = N_ ("Stock beyond what the plan needs, at purchase price."),
        .text = excess_text},
    {.id = "risk",
        .title = N_ ("Sales at risk"),
        .width = 104,
        .kind = GR_CELL_NUMBER,
        .tooltip = N_ ("Sales that may be missed before the next delivery can arrive, at selling price."),
        .text = risk_text},
};

/**
 * gr_planning_family_columns:
 *
 * Returns: (array length=n): whose cells take a pointer to the shop
 */
const GrTableColumn *
gr_planning_family_columns (gsize *n)
{
  *n = G_N_ELEMENTS (columns);
  return columns;
}
