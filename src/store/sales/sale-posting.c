#include "sale-posting.h"

#include "domain/base/error.h"
#include "store/stock/ledger-store.h"
#include "store/stock/location-store.h"
#include "store/file/query.h"

#include <glib/gi18n-lib.h>

/**
 * gr_sale_posting_find:
 *
 * Looks up how sales of an item move stock now. Fails with %GR_ERROR_NOT_FOUND.
 */
gboolean
gr_sale_posting_find (GrDatabase *database, gint64 item_id, GrSalePosting *posting, GError **error)
{
  GrQuery query = gr_query (database,
      "SELECT i.is_stocked, i.unit_cost, c.location_id, c.counted_on, p.id FROM item i "
      "LEFT JOIN location p ON p.role = ?2 LEFT JOIN (SELECT * FROM last_count WHERE item_id = ?1) c ON i.is_stocked "
      "WHERE i.id = ?1 ORDER BY c.counted_qty DESC, c.location_id LIMIT 1",
      "lt", item_id, gr_place_role_id (GR_PLACE_CUSTOMERS));
  gboolean exists = gr_query_next (&query);

  *posting = (GrSalePosting){.from_day = GR_DATE_NONE};
  if (exists) {
    posting->is_stocked = gr_query_int (&query, 0);
    posting->unit_cost = gr_query_id (&query, 1);
    posting->location_id = gr_query_id (&query, 2);
    posting->from_day = gr_query_date (&query, 3);
    posting->customers_id = gr_query_id (&query, 4);
  }
  if (!gr_query_end (&query, error))
    return FALSE;
  if (!exists)
    g_set_error_literal (error, GR_ERROR, GR_ERROR_NOT_FOUND, _ ("There is no such item."));
  return exists;
}

/**
 * gr_sale_posting_post:
 *
 * Moves stock for a sold line, to the customers, or back for goods that were returned.
 */
gboolean
gr_sale_posting_post (
    GrDatabase *database, const GrSalePosting *posting, const GrSaleLine *line, gint64 line_id, GError **error)
{
  gboolean is_sale = line->qty > 0;
  GrMove move = {
      .item_id = line->item_id,
      .from_id = is_sale ? posting->location_id : posting->customers_id,
      .to_id = is_sale ? posting->customers_id : posting->location_id,
      .qty = ABS (line->qty),
      .moved_on = line->sold_on,
      .kind = is_sale ? GR_MOVE_SALE : GR_MOVE_RETURN,
      .unit_cost = posting->unit_cost,
      .line_kind = GR_LINE_SALE,
      .line_id = line_id,
  };

  return gr_ledger_post (database, &move, NULL, error);
}

/* A sold line as it should move stock, and whether it does. */
typedef struct {
  GrSaleLine line;
  gboolean is_posted;
} WantedLine;

/* Sold lines of the item from the day of its count on; demand knows the days, so only these are looked at. */
static gboolean
read_wanted (GrDatabase *database, gint64 item_id, const GrSalePosting *posting, GHashTable *wanted, GError **error)
{
  GrQuery query;

  if (posting->location_id == 0)
    return TRUE;
  query = gr_query (database,
      "SELECT s.id, s.sold_on, s.qty FROM demand_day d "
      "CROSS JOIN sale_line s ON s.sold_on = d.sold_on AND s.item_id = d.item_id "
      "JOIN sale_batch b ON b.id = s.batch_id WHERE d.item_id = ?1 AND d.sold_on >= ?2",
      "lD", item_id, posting->from_day);
  while (gr_query_next (&query)) {
    WantedLine *want = g_new0 (WantedLine, 1);
    gint64 id = gr_query_id (&query, 0);

    want->line = (GrSaleLine){.item_id = item_id, .sold_on = gr_query_date (&query, 1), .qty = gr_query_id (&query, 2)};
    g_hash_table_insert (wanted, g_memdup2 (&id, sizeof id), want);
  }
  return gr_query_end (&query, error);
}

/* The moves of sold lines that stand, of a place's last count or later: earlier ones are part of what was counted. */
static const char standing_sql[] =
    "SELECT max (m.id), m.line_id, p.id FROM move m "
    "JOIN own_place p ON p.id IN (m.from_id, m.to_id) "
    "LEFT JOIN (SELECT location_id, counted_on FROM last_count WHERE item_id = ?1) c ON c.location_id = p.id "
    "WHERE m.item_id = ?1 AND m.moved_on >= coalesce (?2, m.moved_on) AND m.line_kind = 'sale' "
    "AND (c.location_id IS NULL OR m.moved_on >= c.counted_on) "
    "GROUP BY m.line_id, p.id HAVING sum (CASE WHEN m.to_id = p.id THEN m.qty ELSE -m.qty END) <> 0";

/* Ticks off what stands as wanted; what should not stand is collected in @unwanted. */
static gboolean
compare_standing (GrDatabase *database, gint64 item_id, GrDate from, const GrSalePosting *posting, GHashTable *wanted,
    GArray *unwanted, GError **error)
{
  GrQuery query = gr_query (database, standing_sql, "lD", item_id, from);

  while (gr_query_next (&query)) {
    gint64 move_id = gr_query_id (&query, 0);
    gint64 line_id = gr_query_id (&query, 1);
    WantedLine *want = g_hash_table_lookup (wanted, &line_id);

    if (want != NULL && gr_query_id (&query, 2) == posting->location_id)
      want->is_posted = TRUE;
    else
      g_array_append_val (unwanted, move_id);
  }
  return gr_query_end (&query, error);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *) a;
  gint64 y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

static gboolean
post_missing (GrDatabase *database, const GrSalePosting *posting, GHashTable *wanted, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gpointer id, value;

  g_hash_table_iter_init (&iter, wanted);
  while (g_hash_table_iter_next (&iter, &id, &value))
    if (!((WantedLine *) value)->is_posted)
      g_array_append_vals (ids, id, 1);
  g_array_sort (ids, compare_ids);
  for (guint i = 0; i < ids->len; i++) {
    gint64 line_id = g_array_index (ids, gint64, i);
    WantedLine *want = g_hash_table_lookup (wanted, &line_id);

    if (!gr_sale_posting_post (database, posting, &want->line, line_id, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
read_first_count (GrDatabase *database, gint64 item_id, GrDate *day, GError **error)
{
  GrQuery query = gr_query (database, "SELECT min (counted_on) FROM last_count WHERE item_id = ?1", "l", item_id);

  *day = gr_query_next (&query) ? gr_query_date (&query, 0) : GR_DATE_NONE;
  return gr_query_end (&query, error);
}

/**
 * gr_sale_posting_settle:
 * @look_everywhere: whether sales may have moved stock in a place that has no count any more
 *
 * Makes the ledger say of an item's sales what its counts and its sold lines say now: posts what is missing and takes
 * back what should not be. After a count, after something was taken back, after an item became stocked or ceased to be.
 * The outcome rests on counts and lines alone, not on the order in which they came. O(moves and lines since the count).
 */
gboolean
gr_sale_posting_settle (GrDatabase *database, gint64 item_id, gboolean look_everywhere, GError **error)
{
  g_autoptr (GHashTable) wanted = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (GArray) unwanted = g_array_new (FALSE, FALSE, sizeof (gint64));
  GrSalePosting posting;
  GrDate from;

  if (!gr_sale_posting_find (database, item_id, &posting, error) ||
      !read_first_count (database, item_id, &from, error) ||
      !read_wanted (database, item_id, &posting, wanted, error) ||
      !compare_standing (database, item_id, look_everywhere ? GR_DATE_NONE : from, &posting, wanted, unwanted, error))
    return FALSE;
  g_array_sort (unwanted, compare_ids);
  for (guint i = 0; i < unwanted->len; i++)
    if (!gr_ledger_reverse (database, g_array_index (unwanted, gint64, i), error))
      return FALSE;
  return post_missing (database, &posting, wanted, error);
}
