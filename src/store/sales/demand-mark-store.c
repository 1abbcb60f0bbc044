#include "demand-mark-store.h"

#include "store/file/item-query.h"

#include <string.h>

static const char *const kind_ids[] = {"outlier", "stock-out"};

/**
 * gr_demand_mark_store_list:
 * Returns: (element-type GrDemandMark): what was decided about the items, by item number and day
 */
GArray *
gr_demand_mark_store_list (GrDatabase *database, const GrItemSet *items, GError **error)
{
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (GrDemandMark));
  GrQuery query = gr_query (database,
      GR_OF_ITEMS (items, "SELECT item_id, kind, starts_on, ends_before, is_set_aside FROM demand_mark WHERE ",
          "item_id", "ORDER BY item_id, starts_on, kind"),
      "t", gr_item_set_json (items));

  while (gr_query_next (&query)) {
    GrDemandMark mark = {
        .item_id = gr_query_id (&query, 0),
        .kind =
            strcmp (gr_query_text (&query, 1), kind_ids[GR_MARK_OUTLIER]) == 0 ? GR_MARK_OUTLIER : GR_MARK_STOCK_OUT,
        .starts_on = gr_query_date (&query, 2),
        .ends_before = gr_query_date (&query, 3),
        .is_set_aside = gr_query_int (&query, 4),
    };

    g_array_append_val (marks, mark);
  }
  return gr_query_end (&query, error) ? g_steal_pointer (&marks) : NULL;
}

/**
 * gr_demand_mark_store_save:
 *
 * Inside a deed. An earlier decision on what begins on the same day is replaced.
 */
gboolean
gr_demand_mark_store_save (GrDatabase *database, const GrDemandMark *mark, GError **error)
{
  return gr_query_run (database, error,
      "INSERT INTO demand_mark (item_id, kind, starts_on, ends_before, is_set_aside) VALUES (?1, ?2, ?3, ?4, ?5) "
      "ON CONFLICT (item_id, kind, starts_on) DO UPDATE SET ends_before = excluded.ends_before, "
      "is_set_aside = excluded.is_set_aside",
      "ltDDi", mark->item_id, kind_ids[mark->kind], mark->starts_on, mark->ends_before, mark->is_set_aside ? 1 : 0);
}
