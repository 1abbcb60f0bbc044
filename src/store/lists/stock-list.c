#include "stock-list.h"

#include "domain/base/text.h"
#include "store/catalogue/item-finder.h"
#include "store/catalogue/setting-store.h"
#include "store/file/query.h"
#include "store/file/sql-words.h"
#include "stock-sql.h"

#define IS_DUE "EXISTS (SELECT 1 FROM working_suggestion s WHERE s.item_id = i.id AND s.order_on <= ?6)"

#define URGENCY "CASE WHEN " GR_SQL_IS_EXCEPTION " THEN 2 ELSE " IS_DUE " END"

/* What takes a question to the file; what only narrows its answer down is done in memory: see passes(). */
#define LIST                                                                                                           \
  "SELECT i.id, " GR_SQL_HEALTH ", coalesce (" GR_STOCK_ON_HAND ", 0) AS on_hand, i.unit_cost, "                       \
  "coalesce (p.money_at_risk, 0), coalesce (p.excess_value, 0), " IS_DUE ", f.name "                                   \
  "FROM item i LEFT JOIN working_line p ON p.item_id = i.id LEFT JOIN family f ON f.id = i.family_id "                 \
  "WHERE (?2 IS NULL OR i.family_id = ?2) "                                                                            \
  "AND (?3 IS NULL OR EXISTS (SELECT 1 FROM supplier_item t WHERE t.item_id = i.id AND t.supplier_id = ?3)) "          \
  "AND (?4 IS NULL OR i.status = ?4) AND (?1 IS NULL OR EXISTS (SELECT 1 FROM balance b WHERE b.item_id = i.id "       \
  "AND b.location_id = ?1) OR EXISTS (SELECT 1 FROM last_count c WHERE c.item_id = i.id AND c.location_id = ?1)) "

/* Each order both ways; what has no value comes last either way. */
#define BOTH(expression)                                                                                               \
  {                                                                                                                    \
    LIST "ORDER BY " expression " ASC NULLS LAST, i.code", LIST "ORDER BY " expression " DESC NULLS LAST, i.code"      \
  }

/* The orders of texts are the locale's, of which SQL knows nothing: see sort_by_text(). */
static const char *const list_sql[GR_N_STOCK_SORTS][2] = {
    [GR_STOCK_SORT_CODE] = {LIST, LIST},
    [GR_STOCK_SORT_DESCRIPTION] = {LIST, LIST},
    [GR_STOCK_SORT_FAMILY] = {LIST, LIST},
    [GR_STOCK_SORT_ON_HAND] = BOTH ("on_hand"),
    [GR_STOCK_SORT_ON_ORDER] = BOTH ("coalesce (" GR_STOCK_ON_ORDER (GR_SQL_IS_APPROVED_STATE) ", 0)"),
    [GR_STOCK_SORT_AVAILABLE] = BOTH ("on_hand"),
    [GR_STOCK_SORT_PROJECTED] = BOTH (
        "max (0, coalesce (" GR_STOCK_ON_HAND ", 0)) + coalesce (" GR_STOCK_ON_ORDER (GR_SQL_IS_APPROVED_STATE) ", 0)"),
    [GR_STOCK_SORT_DAYS_OF_SUPPLY] = BOTH ("p.days_of_supply"),
    [GR_STOCK_SORT_VALUE] = BOTH ("money_for (max (0, coalesce (" GR_STOCK_ON_HAND ", 0)), i.unit_cost, ?5)"),
    [GR_STOCK_SORT_HEALTH] = {LIST "ORDER BY " GR_SQL_HEALTH ", p.money_at_risk DESC, i.code",
        LIST "ORDER BY " GR_SQL_HEALTH " DESC, p.money_at_risk, i.code"},
    [GR_STOCK_SORT_MONEY_AT_RISK] = BOTH ("coalesce (p.money_at_risk, 0)"),
    [GR_STOCK_SORT_URGENCY] = {LIST "ORDER BY " URGENCY ", coalesce (p.money_at_risk, 0), i.code",
        LIST "ORDER BY " URGENCY " DESC, coalesce (p.money_at_risk, 0) DESC, i.code"},
};

/* What narrowing down and adding up need of an item. */
typedef struct {
  gint64 id;
  guint32 rank; /* in an order of texts */
  guint32 code_rank;
  gint16 health;
  gboolean is_below_zero;
  gboolean is_due;
  GrMoney value;
  GrMoney money_at_risk;
  GrMoney excess_value;
} Line;

/* The answer to the last question, kept while the file stays as it is: typing on only narrows it down. */
typedef struct {
  GrStockFilter asked; /* without what narrows down */
  gint64 version;
  GArray *lines; /* Line, in order */
} Answer;

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_array_unref (answer->lines);
  g_free (answer);
}

/* The ranks of families' names; G_MAXUINT32 for none. */
static guint32
rank_of_family (GHashTable *ranks, const char *name)
{
  gpointer rank;

  return name != NULL && g_hash_table_lookup_extended (ranks, name, NULL, &rank) ? GPOINTER_TO_UINT (rank)
                                                                                 : G_MAXUINT32;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return gr_text_compare (*(const char *const *) a, *(const char *const *) b);
}

static GHashTable *
rank_families (GrDatabase *database, GError **error)
{
  g_autoptr (GHashTable) ranks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new();
  GrQuery query = gr_query (database, "SELECT name FROM family", "");

  while (gr_query_next (&query))
    g_ptr_array_add (names, gr_query_dup_text (&query, 0));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    g_hash_table_insert (ranks, names->pdata[i], GUINT_TO_POINTER (i));
  return gr_query_end (&query, error) ? g_steal_pointer (&ranks) : NULL;
}

/* What has no such text comes last either way; of one text, codes go up. */
static int
compare_lines (gconstpointer a, gconstpointer b, gpointer is_descending)
{
  const Line *left = a, *right = b;
  gboolean is_upward = !GPOINTER_TO_INT (is_descending) || (left->rank == G_MAXUINT32) != (right->rank == G_MAXUINT32);

  if (left->rank != right->rank)
    return (left->rank < right->rank) == is_upward ? -1 : 1;
  return (left->code_rank > right->code_rank) - (left->code_rank < right->code_rank);
}

static guint32
rank_at (const GArray *ranks, gint64 id)
{
  return id < (gint64) ranks->len ? g_array_index (ranks, guint32, id) : G_MAXUINT32;
}

static gboolean
sort_by_text (GrDatabase *database, const GrStockFilter *filter, GArray *lines, GError **error)
{
  g_autoptr (GArray) codes = gr_item_finder_ranks (database, GR_ITEM_BY_CODE, error);
  g_autoptr (GArray) names = NULL;

  if (codes == NULL)
    return FALSE;
  if (filter->sort == GR_STOCK_SORT_DESCRIPTION) {
    names = gr_item_finder_ranks (database, GR_ITEM_BY_DESCRIPTION, error);
    if (names == NULL)
      return FALSE;
  }
  for (guint i = 0; i < lines->len; i++) {
    Line *line = &g_array_index (lines, Line, i);

    line->code_rank = rank_at (codes, line->id);
    if (filter->sort != GR_STOCK_SORT_FAMILY)
      line->rank = names != NULL ? rank_at (names, line->id) : line->code_rank;
  }
  g_array_sort_with_data (lines, compare_lines, GINT_TO_POINTER (filter->is_descending));
  return TRUE;
}

static gboolean
is_text (GrStockSort sort)
{
  return sort == GR_STOCK_SORT_CODE || sort == GR_STOCK_SORT_DESCRIPTION || sort == GR_STOCK_SORT_FAMILY;
}

static Line
read_line (GrQuery *query, GHashTable *families, int digits)
{
  GrQty on_hand = gr_query_id (query, 2);

  return (Line){.id = gr_query_id (query, 0),
      .rank = rank_of_family (families, gr_query_text (query, 7)),
      .health = (gint16) gr_query_int (query, 1),
      .is_below_zero = on_hand < 0,
      .is_due = gr_query_int (query, 6) != 0,
      .value = gr_money_for_stock (on_hand, gr_query_id (query, 3), digits),
      .money_at_risk = gr_query_id (query, 4),
      .excess_value = gr_query_id (query, 5)};
}

static GArray *
read_lines (GrDatabase *database, const GrStockFilter *filter, GError **error)
{
  const char *status = filter->status >= 0 ? gr_item_status_id ((GrItemStatus) filter->status) : NULL;
  int digits = gr_setting_store_currency_digits (database, error);
  g_autoptr (GHashTable) families = digits >= 0 ? rank_families (database, error) : NULL;
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (Line));
  GrQuery query;

  if (families == NULL)
    return NULL;
  query = gr_query (database, list_sql[filter->sort][filter->is_descending ? 1 : 0], "rrrtiD", filter->location_id,
      filter->family_id, filter->supplier_id, status, digits, filter->due_by);
  while (gr_query_next (&query)) {
    Line line = read_line (&query, families, digits);

    g_array_append_val (lines, line);
  }
  if (!gr_query_end (&query, error) || (is_text (filter->sort) && !sort_by_text (database, filter, lines, error)))
    return NULL;
  return g_steal_pointer (&lines);
}

static GrStockFilter
without_narrowing (const GrStockFilter *filter)
{
  GrStockFilter asked = *filter;

  asked.search = NULL;
  asked.health = -1;
  asked.only_exceptions = FALSE;
  asked.only_due = FALSE;
  return asked;
}

static gboolean
is_same (const GrStockFilter *a, const GrStockFilter *b)
{
  return a->family_id == b->family_id && a->location_id == b->location_id && a->supplier_id == b->supplier_id &&
         a->status == b->status && a->due_by == b->due_by && a->sort == b->sort && a->is_descending == b->is_descending;
}

/* All that @filter finds before it is narrowed down. */
static const GArray *
find_lines (GrDatabase *database, const GrStockFilter *filter, GError **error)
{
  static const char key[] = "stock-list";
  GrStockFilter asked = without_narrowing (filter);
  gint64 version = gr_database_version (database);
  Answer *answer = gr_database_kept (database, key);
  GArray *lines;

  if (answer != NULL && version >= 0 && answer->version == version && is_same (&answer->asked, &asked))
    return answer->lines;
  lines = read_lines (database, &asked, error);
  if (lines == NULL)
    return NULL;
  answer = g_new0 (Answer, 1);
  *answer = (Answer){asked, version, lines};
  gr_database_keep (database, key, answer, NULL, answer_free);
  return lines;
}

static gboolean
has_health (const GrStockFilter *filter, const Line *line)
{
  if (filter->only_exceptions && line->health > GR_HEALTH_EXCESS)
    return FALSE;
  return filter->health < 0 ||
         (filter->health == GR_STOCK_BELOW_ZERO ? line->is_below_zero : line->health == filter->health);
}

/**
 * gr_stock_list_ids:
 *
 * Returns: (element-type gint64): the items that @filter lets through, in its order. O(items log items), for a thread
 *   where there are many; O(items) and quick where only the words, the health or what is due differ from the question
 *   before and nothing changed since.
 */
GArray *
gr_stock_list_ids (GrDatabase *database, const GrStockFilter *filter, GError **error)
{
  GError *local = NULL;
  g_autoptr (GrFoundItems) found = gr_item_finder_find (database, filter->search, &local);
  const GArray *lines = local == NULL ? find_lines (database, filter, &local) : NULL;
  GArray *ids;

  if (lines == NULL) {
    g_propagate_error (error, local);
    return NULL;
  }
  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < lines->len; i++) {
    const Line *line = &g_array_index (lines, Line, i);

    if (has_health (filter, line) && (!filter->only_due || line->is_due) && gr_found_items_has (found, line->id))
      g_array_append_val (ids, line->id);
  }
  return ids;
}

/**
 * gr_stock_list_totals:
 *
 * What the items that @filter lets through come to, and how many there are of each health, as if @filter asked for all
 * healths and what is due or not. As dear as gr_stock_list_ids(), and for nothing right before or after it.
 */
gboolean
gr_stock_list_totals (GrDatabase *database, const GrStockFilter *filter, GrStockTotals *totals, GError **error)
{
  GError *local = NULL;
  g_autoptr (GrFoundItems) found = gr_item_finder_find (database, filter->search, &local);
  const GArray *lines = local == NULL ? find_lines (database, filter, &local) : NULL;

  *totals = (GrStockTotals){.is_similar = gr_found_items_is_similar (found)};
  if (lines == NULL) {
    g_propagate_error (error, local);
    return FALSE;
  }
  for (guint i = 0; i < lines->len; i++) {
    const Line *line = &g_array_index (lines, Line, i);

    if (!gr_found_items_has (found, line->id))
      continue;
    if (line->health >= 0 && line->health < GR_N_HEALTHS)
      totals->n_by_health[line->health]++;
    totals->n_below_zero += line->is_below_zero;
    totals->n_due += line->is_due;
    if (!has_health (filter, line))
      continue;
    totals->n_items++;
    totals->stock_value = gr_qty_add (totals->stock_value, line->value);
    totals->money_at_risk = gr_qty_add (totals->money_at_risk, line->money_at_risk);
    totals->excess_value = gr_qty_add (totals->excess_value, line->excess_value);
  }
  return TRUE;
}
