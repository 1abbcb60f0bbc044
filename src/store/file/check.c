#include "check.h"

#include "store/sales/demand-tally.h"
#include "query.h"
#include "store/catalogue/setting-store.h"

#include <glib/gi18n-lib.h>

typedef struct {
  GrDatabase *database;
  GPtrArray *findings;
} Check;

/* Takes @text. */
static void
add_finding (Check *check, gboolean is_proved, char *text)
{
  GrCheckFinding *finding = g_new0 (GrCheckFinding, 1);

  finding->is_proved = is_proved;
  finding->text = text;
  g_ptr_array_add (check->findings, finding);
}

/* The first rows of a query that should have none, as "a, b, c"; @n_rows counts all. */
static gboolean
list_rows (Check *check, const char *sql, gint64 *n_rows, char **list, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GrQuery query = gr_query (check->database, sql, "");

  *n_rows = 0;
  while (gr_query_next (&query))
    if ((*n_rows)++ < 5)
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", gr_query_text (&query, 0));
  if (!gr_query_end (&query, error))
    return FALSE;
  if (*n_rows > 5)
    g_string_append (text, ", …");
  *list = g_strdup (text->str);
  return TRUE;
}

static gboolean
count (Check *check, const char *sql, gint64 *n, GError **error)
{
  *n = 0;
  return gr_query_int64 (check->database, n, error, sql, "");
}

static gboolean
check_pages (Check *check, GError **error)
{
  gint64 n_pages;
  g_autofree char *wrong = NULL;
  gint64 n_wrong;

  if (!list_rows (check, "SELECT integrity_check FROM pragma_integrity_check WHERE integrity_check <> 'ok'", &n_wrong,
          &wrong, error) ||
      !count (check, "PRAGMA page_count", &n_pages, error))
    return FALSE;
  if (n_wrong > 0)
    add_finding (check, FALSE, g_strdup_printf (_ ("The file is damaged: %s"), wrong));
  else
    add_finding (check, TRUE,
        g_strdup_printf (
            ngettext ("%'d page of the file is intact", "%'d pages of the file are intact", n_pages), (int) n_pages));
  return TRUE;
}

static gboolean
check_references (Check *check, GError **error)
{
  g_autofree char *wrong = NULL;
  gint64 n_wrong;

  if (!list_rows (check, "SELECT DISTINCT \"table\" FROM pragma_foreign_key_check", &n_wrong, &wrong, error))
    return FALSE;
  if (n_wrong > 0)
    add_finding (check, FALSE, g_strdup_printf (_ ("Missing references in: %s"), wrong));
  else
    add_finding (check, TRUE, g_strdup (_ ("No references are missing")));
  return TRUE;
}

/* Both ends of every move, against what is kept. */
static const char balance_sql[] =
    "WITH side (item_id, location_id, lot_id, qty) AS ("
    "  SELECT item_id, from_id, lot_id, -qty FROM move UNION ALL SELECT item_id, to_id, lot_id, qty FROM move), "
    "replay (item_id, location_id, lot_id, qty) AS (SELECT item_id, location_id, lot_id, sum (qty) FROM side "
    "  GROUP BY item_id, location_id, lot_id HAVING sum (qty) <> 0) "
    "SELECT coalesce ((SELECT code FROM item WHERE id = d.item_id), d.item_id) FROM ("
    "  SELECT * FROM (SELECT * FROM replay EXCEPT SELECT item_id, location_id, lot_id, qty FROM balance) "
    "  UNION SELECT * FROM (SELECT item_id, location_id, lot_id, qty FROM balance EXCEPT SELECT * FROM replay)) d "
    "GROUP BY d.item_id ORDER BY 1";

static gboolean
check_ledger (Check *check, GError **error)
{
  g_autofree char *wrong = NULL;
  gint64 n_wrong, n_moves, n_balances;

  if (!list_rows (check, balance_sql, &n_wrong, &wrong, error) ||
      !count (check, "SELECT count (*) FROM move", &n_moves, error) ||
      !count (check, "SELECT count (*) FROM balance", &n_balances, error))
    return FALSE;
  if (n_wrong > 0)
    add_finding (check, FALSE, g_strdup_printf (_ ("The stock history does not add up for: %s"), wrong));
  else
    add_finding (check, TRUE,
        g_strdup_printf (
            _ ("Stock history adds up (changes: %'d, items and locations: %'d)"), (int) n_moves, (int) n_balances));
  return TRUE;
}

/* A reversal is its move the other way round, and no move of a row that was taken away is left standing. */
static gboolean
check_reversals (Check *check, GError **error)
{
  g_autofree char *wrong = NULL;
  gint64 n_wrong, n_reversals;

  if (!list_rows (check,
          "SELECT r.id FROM move r JOIN move m ON m.id = r.reverses WHERE (r.item_id, r.lot_id, r.from_id, r.to_id, "
          "r.qty, r.moved_on, r.kind) <> (m.item_id, m.lot_id, m.to_id, m.from_id, m.qty, m.moved_on, m.kind)",
          &n_wrong, &wrong, error) ||
      !count (check, "SELECT count (*) FROM move WHERE reverses IS NOT NULL", &n_reversals, error))
    return FALSE;
  if (n_wrong > 0)
    add_finding (check, FALSE, g_strdup_printf (_ ("These undone stock changes do not cancel out: %s"), wrong));
  else
    add_finding (check, TRUE,
        g_strdup_printf (
            ngettext ("%'d undone stock change cancels out", "%'d undone stock changes cancel out", n_reversals),
            (int) n_reversals));
  return TRUE;
}

static gboolean
tally_lines (Check *check, GrDemandTally *tally, gint64 *n_lines, GError **error)
{
  GrQuery query = gr_query (check->database, "SELECT first_line_id, n_lines FROM sale_batch ORDER BY id", "");
  gboolean is_fine = TRUE;

  *n_lines = 0;
  while (is_fine && gr_query_next (&query)) {
    is_fine =
        gr_demand_tally_add_batch (tally, check->database, gr_query_id (&query, 0), gr_query_id (&query, 1), error);
    *n_lines += gr_query_id (&query, 1);
  }
  return gr_query_end (&query, is_fine ? error : NULL) && is_fine;
}

/* Walks both in key order; @n_wrong counts the days that differ. */
static gboolean
compare_demand (Check *check, const GrDemandDay *days, gsize n_days, gint64 *n_wrong, GError **error)
{
  GrQuery query = gr_query (check->database,
      "SELECT item_id, sold_on, sold_qty, returned_qty, revenue FROM demand_day ORDER BY item_id, sold_on", "");
  gsize i = 0;

  *n_wrong = 0;
  for (; gr_query_next (&query); i++)
    if (i >= n_days || gr_query_id (&query, 0) != days[i].item_id || gr_query_date (&query, 1) != days[i].sold_on ||
        gr_query_id (&query, 2) != days[i].sold_qty || gr_query_id (&query, 3) != days[i].returned_qty ||
        gr_query_id (&query, 4) != days[i].revenue)
      ++*n_wrong;
  *n_wrong += i < n_days ? (gint64) (n_days - i) : 0;
  return gr_query_end (&query, error);
}

static gboolean
check_demand (Check *check, GError **error)
{
  int digits = gr_setting_store_currency_digits (check->database, error);
  g_autoptr (GrDemandTally) tally = digits >= 0 ? gr_demand_tally_new (digits) : NULL;
  const GrDemandDay *days;
  gsize n_days;
  gint64 n_lines, n_wrong;

  if (tally == NULL || !tally_lines (check, tally, &n_lines, error))
    return FALSE;
  days = gr_demand_tally_sorted (tally, &n_days);
  if (!compare_demand (check, days, n_days, &n_wrong, error))
    return FALSE;
  if (n_wrong > 0)
    add_finding (check, FALSE, g_strdup_printf (_ ("Sales do not add up (days: %'d)"), (int) n_wrong));
  else
    add_finding (check, TRUE,
        g_strdup_printf (_ ("Sales add up (lines: %'d, items and days: %'d)"), (int) n_lines, (int) n_days));
  return TRUE;
}

static gboolean
check_orders (Check *check, GError **error)
{
  g_autofree char *wrong = NULL;
  gint64 n_wrong, n_lines;

  if (!list_rows (check,
          "SELECT o.number FROM purchase_order_line l JOIN purchase_order o ON o.id = l.order_id "
          "JOIN item i ON i.id = l.item_id LEFT JOIN ("
          "  SELECT line_id, sum (change) AS qty FROM own_move WHERE line_kind = 'order' GROUP BY line_id) r "
          "ON r.line_id = l.id "
          "WHERE i.is_stocked AND l.received_qty <> coalesce (r.qty, 0)",
          &n_wrong, &wrong, error) ||
      !count (check, "SELECT count (*) FROM purchase_order_line", &n_lines, error))
    return FALSE;
  if (n_wrong > 0)
    add_finding (check, FALSE, g_strdup_printf (_ ("Quantity received and stock added differ for: %s"), wrong));
  else
    add_finding (check, TRUE,
        g_strdup_printf (ngettext ("%'d order line agrees with the stock added",
                             "%'d order lines agree with the stock added", n_lines),
            (int) n_lines));
  return TRUE;
}

/**
 * gr_check_run:
 *
 * Replays the ledger and the sales and compares them with what is kept, and lets SQLite look at every page. Reads as of
 * one moment and changes nothing. O(the whole file); for a worker.
 *
 * Returns: (element-type GrCheckFinding): what was proved and what is wrong.
 */
GPtrArray *
gr_check_run (GrDatabase *database, const GrProgress *progress, GError **error)
{
  static gboolean (*const parts[]) (Check *, GError **) = {
      check_pages, check_references, check_ledger, check_reversals, check_demand, check_orders};
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify) gr_check_finding_free);
  Check check = {database, findings};
  gboolean is_fine;

  if (!gr_database_begin_reading (database, error))
    return NULL;
  is_fine = TRUE;
  for (guint i = 0; is_fine && i < G_N_ELEMENTS (parts); i++)
    is_fine = gr_progress_report (progress, _ ("Checking the shop file"), i / (double) G_N_ELEMENTS (parts), error) &&
              parts[i](&check, error);
  gr_database_rollback (database);
  return is_fine ? g_steal_pointer (&findings) : NULL;
}
