#include "noun-table.h"

#include "store/file/query.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define CHANGES(table)      "deed_change c WHERE c.deed_id = ?1 AND c.table_name = '" table "' "
#define JOINED(table, join) "deed_change c " join " WHERE c.deed_id = ?1 AND c.table_name = '" table "' "
#define ROW                 "cast (c.row_id AS INTEGER)"

#define KEY(name)       "SELECT ?1 ->> '$." name "'"
#define CODE_OF_ITEM    "SELECT code FROM item WHERE id = ?1 ->> '$.item_id'"
#define OWN_ITEM(table) "SELECT coalesce (c.after, c.before) ->> '$.item_id' FROM " CHANGES (table)

/* An event is of an item, of a family or of all; what it was of counts as well as what it is of now. */
#define EVENT_ITEMS                                                                                                    \
  "SELECT i.id FROM (SELECT c.before AS image FROM " CHANGES ("event") "UNION ALL SELECT c.after FROM " CHANGES (      \
      "event") ") e JOIN item i ON i.id = e.image ->> '$.item_id' OR i.family_id = e.image ->> '$.family_id' "         \
               "OR coalesce (e.image ->> '$.item_id', e.image ->> '$.family_id') IS NULL WHERE e.image IS NOT NULL"

/* An import's lines lie side by side; how many there are its batch is told last. */
#define SOLD_ITEMS                                                                                                     \
  "SELECT l.item_id FROM (SELECT c.before AS image FROM " CHANGES (                                                    \
      "sale_batch") "UNION ALL SELECT c.after FROM " CHANGES ("sale_batch") ") b JOIN sale_line l ON l.id >= b.image " \
                                                                            "->> '$.first_line_id' "                   \
                                                                            "AND l.id < (b.image ->> "                 \
                                                                            "'$.first_line_id') + (b.image ->> "       \
                                                                            "'$.n_lines')"

/* What is here is journaled, all else is added to only, follows from these, or is the journal itself. */
static const GrNounTable tables[] = {
    {"setting", GR_NOUN_SETTINGS, N_ ("setting"), KEY ("key"), NULL},
    {"family", GR_NOUN_ITEMS, N_ ("family"), KEY ("name"),
        "SELECT i.id FROM " JOINED ("family", "JOIN item i ON i.family_id = " ROW)},
    {"item", GR_NOUN_ITEMS, N_ ("item"), KEY ("code"), "SELECT " ROW " FROM " CHANGES ("item")},
    {"barcode", GR_NOUN_ITEMS, N_ ("barcode"), KEY ("code"), OWN_ITEM ("barcode")},
    {"location", GR_NOUN_STOCK, N_ ("location"), KEY ("name"), NULL},
    {"lot", GR_NOUN_STOCK, N_ ("lot"), KEY ("code"), OWN_ITEM ("lot")},
    {"supplier", GR_NOUN_SUPPLIERS, N_ ("supplier"), KEY ("name"),
        "SELECT t.item_id FROM " JOINED ("supplier", "JOIN supplier_item t ON t.supplier_id = " ROW)},
    {"supplier_item", GR_NOUN_SUPPLIERS, N_ ("terms"), CODE_OF_ITEM, OWN_ITEM ("supplier_item")},
    {"purchase_order", GR_NOUN_ORDERS, N_ ("purchase order"), KEY ("number"),
        "SELECT l.item_id FROM " JOINED ("purchase_order", "JOIN purchase_order_line l ON l.order_id = " ROW)},
    {"purchase_order_line", GR_NOUN_ORDERS, N_ ("order line"), CODE_OF_ITEM, OWN_ITEM ("purchase_order_line")},
    {"stock_count", GR_NOUN_STOCK, N_ ("stock count"), KEY ("id"), NULL},
    {"stock_count_line", GR_NOUN_STOCK, N_ ("stock count"), CODE_OF_ITEM, OWN_ITEM ("stock_count_line")},
    {"sale_batch", GR_NOUN_SALES, N_ ("import"), KEY ("id"), SOLD_ITEMS},
    {"imported_file", GR_NOUN_IMPORTS, N_ ("imported file"), KEY ("name"), NULL},
    {"forecast_choice", GR_NOUN_FORECASTS, N_ ("forecast method"), CODE_OF_ITEM, OWN_ITEM ("forecast_choice")},
    {"demand_mark", GR_NOUN_FORECASTS, N_ ("unusual day"), CODE_OF_ITEM, OWN_ITEM ("demand_mark")},
    {"event", GR_NOUN_FORECASTS, N_ ("event"), KEY ("name"), EVENT_ITEMS},
    {"predecessor", GR_NOUN_FORECASTS, N_ ("predecessor"), CODE_OF_ITEM, OWN_ITEM ("predecessor")},
    {"move", GR_NOUN_STOCK, NULL, NULL, "SELECT item_id FROM move WHERE deed_id = ?1"},
};

/**
 * gr_noun_tables:
 *
 * Returns: (array length=n_tables) (transfer none): every table that a deed changes rows of or adds moves to
 */
const GrNounTable *
gr_noun_tables (gsize *n_tables)
{
  *n_tables = G_N_ELEMENTS (tables);
  return tables;
}

/**
 * gr_noun_table_find:
 *
 * Returns: (nullable): the noun that is kept in @table
 */
const GrNounTable *
gr_noun_table_find (const char *table)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (strcmp (table, tables[i].table) == 0)
      return &tables[i];
  return NULL;
}

/**
 * gr_noun_table_is_journaled:
 *
 * Returns: whether every change of a row is booked, and undone by its image
 */
gboolean
gr_noun_table_is_journaled (const GrNounTable *table)
{
  return table->name != NULL;
}

/**
 * gr_noun_table_describe:
 * @image: a row's image, before or after
 *
 * Returns: (transfer full): the row as a person knows it: "item 10002"
 */
char *
gr_noun_table_describe (GrDatabase *database, const GrNounTable *table, const char *row_id, const char *image)
{
  GrQuery query = gr_query (database, table->label_sql, "t", image);
  const char *label = gr_query_next (&query) ? gr_query_text (&query, 0) : NULL;
  char *text = g_strdup_printf ("%s %s", _ (table->name), label != NULL ? label : row_id);

  gr_query_end (&query, NULL);
  return text;
}
