#include "sale-posting.h"

#include "domain/base/error.h"
#include "stock/allocation.h"
#include "stock/reconcile.h"
#include "store/file/query.h"
#include "store/stock/ledger-store.h"
#include "store/stock/location-store.h"

#include <glib/gi18n-lib.h>

static gboolean
read_item (GrDatabase *database, gint64 item_id, GrSaleRule *rule, GError **error)
{
  GrQuery query = gr_query (database, "SELECT is_stocked, unit_cost FROM item WHERE id = ?1", "l", item_id);
  gboolean exists = gr_query_next (&query);

  *rule = (GrSaleRule){.from_day = GR_DATE_NONE};
  if (exists) {
    rule->is_stocked = gr_query_int (&query, 0);
    rule->unit_cost = gr_query_id (&query, 1);
  }
  if (!gr_query_end (&query, error))
    return FALSE;
  if (!exists)
    g_set_error_literal (error, GR_ERROR, GR_ERROR_NOT_FOUND, _ ("There is no such item."));
  return exists;
}

/* Sales leave the place in which most was counted, from the day of that count on. */
static gboolean
read_place (GrDatabase *database, gint64 item_id, GrSaleRule *rule, GError **error)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (GrPlaceQty));
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (GrDate));
  GrQuery query = gr_query (database,
      "SELECT location_id, counted_qty, counted_on FROM last_count WHERE item_id = ?1 ORDER BY location_id", "l",
      item_id);

  while (gr_query_next (&query)) {
    GrPlaceQty place = {gr_query_id (&query, 0), gr_query_id (&query, 1)};
    GrDate day = gr_query_date (&query, 2);

    g_array_append_val (places, place);
    g_array_append_val (days, day);
  }
  rule->location_id = gr_allocation_usual_place ((const GrPlaceQty *) (gpointer) places->data, places->len);
  for (guint i = 0; i < places->len; i++)
    if (g_array_index (places, GrPlaceQty, i).location_id == rule->location_id)
      rule->from_day = g_array_index (days, GrDate, i);
  return gr_query_end (&query, error);
}

/**
 * gr_sale_posting_find:
 *
 * Looks up how sales of an item move stock now. Fails with %GR_ERROR_NOT_FOUND.
 */
gboolean
gr_sale_posting_find (GrDatabase *database, gint64 item_id, GrSalePosting *posting, GError **error)
{
  return read_item (database, item_id, &posting->rule, error) &&
         (!posting->rule.is_stocked || read_place (database, item_id, &posting->rule, error)) &&
         gr_location_store_ends (database, &posting->ends, error);
}

/**
 * gr_sale_posting_post:
 * @is_moved: (out) (optional): whether the line moves stock, see gr_posting_of_sale()
 *
 * Moves stock for a sold line, to the customers, or back for goods that were returned.
 */
gboolean
gr_sale_posting_post (GrDatabase *database, const GrSalePosting *posting, const GrSaleLine *line, gint64 line_id,
    gboolean *is_moved, GError **error)
{
  GrMove move;
  gboolean moves = gr_posting_of_sale (&posting->ends, &posting->rule, line, line_id, &move);

  if (is_moved != NULL)
    *is_moved = moves;
  return !moves || gr_ledger_post (database, &move, NULL, error);
}

/* What an item's sold lines want, and the lines themselves by their number. */
typedef struct {
  GArray *wanted;    /* GrWantedMove */
  GHashTable *lines; /* gint64: GrSaleLine */
} Wishes;

static void
wishes_clear (Wishes *wishes)
{
  g_array_unref (wishes->wanted);
  g_hash_table_unref (wishes->lines);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wishes, wishes_clear)

static void
add_wish (Wishes *wishes, const GrSalePosting *posting, const GrSaleLine *line, gint64 line_id)
{
  GrWantedMove want = {line_id, posting->rule.location_id};
  GrMove move;

  if (!gr_posting_of_sale (&posting->ends, &posting->rule, line, line_id, &move))
    return;
  g_array_append_val (wishes->wanted, want);
  g_hash_table_insert (wishes->lines, g_memdup2 (&line_id, sizeof line_id), g_memdup2 (line, sizeof *line));
}

/* Demand knows the days on which an item was sold, so only lines of these are looked at. */
static gboolean
read_wishes (GrDatabase *database, gint64 item_id, const GrSalePosting *posting, Wishes *wishes, GError **error)
{
  GrQuery query;

  if (posting->rule.location_id == 0)
    return TRUE;
  query = gr_query (database,
      "SELECT s.id, s.sold_on, s.qty FROM demand_day d "
      "CROSS JOIN sale_line s ON s.sold_on = d.sold_on AND s.item_id = d.item_id "
      "JOIN sale_batch b ON b.id = s.batch_id WHERE d.item_id = ?1 AND d.sold_on >= ?2",
      "lD", item_id, posting->rule.from_day);
  while (gr_query_next (&query)) {
    GrSaleLine line = {.item_id = item_id, .sold_on = gr_query_date (&query, 1), .qty = gr_query_id (&query, 2)};

    add_wish (wishes, posting, &line, gr_query_id (&query, 0));
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

static GArray *
read_standing (GrDatabase *database, gint64 item_id, GrDate from, GError **error)
{
  g_autoptr (GArray) standing = g_array_new (FALSE, FALSE, sizeof (GrStandingMove));
  GrQuery query = gr_query (database, standing_sql, "lD", item_id, from);

  while (gr_query_next (&query)) {
    GrStandingMove stands = {gr_query_id (&query, 0), gr_query_id (&query, 1), gr_query_id (&query, 2)};

    g_array_append_val (standing, stands);
  }
  return gr_query_end (&query, error) ? g_steal_pointer (&standing) : NULL;
}

/* Takes back what should not stand, then posts what is missing. */
static gboolean
carry_out (GrDatabase *database, const GrReconciliation *reconciliation, const GrSalePosting *posting,
    const Wishes *wishes, GError **error)
{
  const GArray *unwanted = reconciliation->unwanted, *missing = reconciliation->missing;

  for (guint i = 0; i < unwanted->len; i++)
    if (!gr_ledger_reverse (database, g_array_index (unwanted, gint64, i), error))
      return FALSE;
  for (guint i = 0; i < missing->len; i++) {
    const gint64 *line_id = &g_array_index (missing, gint64, i);

    if (!gr_sale_posting_post (database, posting, g_hash_table_lookup (wishes->lines, line_id), *line_id, NULL, error))
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
 * gr_sale_posting_reconcile:
 * @look_everywhere: whether sales may have moved stock in a place that has no count any more
 *
 * Makes the ledger say of an item's sales what its counts and its sold lines say now: posts what is missing and takes
 * back what should not be. After a count, after something was taken back, after an item became stocked or ceased to be.
 * The outcome rests on counts and lines alone, not on the order in which they came. O(moves and lines since the count).
 */
gboolean
gr_sale_posting_reconcile (GrDatabase *database, gint64 item_id, gboolean look_everywhere, GError **error)
{
  g_auto (Wishes) wishes = {g_array_new (FALSE, FALSE, sizeof (GrWantedMove)),
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free)};
  g_autoptr (GArray) standing = NULL;
  g_autoptr (GrReconciliation) reconciliation = NULL;
  GrSalePosting posting;
  GrDate from;

  if (!gr_sale_posting_find (database, item_id, &posting, error) ||
      !read_first_count (database, item_id, &from, error) || !read_wishes (database, item_id, &posting, &wishes, error))
    return FALSE;
  standing = read_standing (database, item_id, look_everywhere ? GR_DATE_NONE : from, error);
  if (standing == NULL)
    return FALSE;
  reconciliation = gr_reconcile (wishes.wanted, standing);
  return carry_out (database, reconciliation, &posting, &wishes, error);
}
