#include "demand-tally.h"

#include "store/file/guard.h"
#include "store/file/query.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

/* From so many days on it pays to take the table's guard down. */
#define MANY 2000

/* Days lie in one array in order of arrival; an open hash table of their places finds them again. */
struct _GrDemandTally {
  int currency_digits;
  GArray *days;   /* GrDemandDay */
  guint32 *slots; /* place in @days + 1; 0 is free */
  gsize n_slots;  /* a power of two */
};

GrDemandTally *
gr_demand_tally_new (int currency_digits)
{
  GrDemandTally *tally = g_new0 (GrDemandTally, 1);

  tally->currency_digits = currency_digits;
  tally->days = g_array_new (FALSE, FALSE, sizeof (GrDemandDay));
  tally->n_slots = 1024;
  tally->slots = g_new0 (guint32, tally->n_slots);
  return tally;
}

void
gr_demand_tally_free (GrDemandTally *tally)
{
  if (tally == NULL)
    return;
  g_array_unref (tally->days);
  g_free (tally->slots);
  g_free (tally);
}

/* Multiplicative hashing, Knuth, TAOCP 3, 6.4. */
static gsize
first_slot (const GrDemandTally *tally, gint64 item_id, GrDate day)
{
  guint64 key = (guint64) item_id * 0x9e3779b97f4a7c15u ^ (guint64) (guint32) day * 0xc2b2ae3d27d4eb4fu;

  return (gsize) ((key ^ key >> 29) * 0xbf58476d1ce4e5b9u >> 20) & (tally->n_slots - 1);
}

static void
grow (GrDemandTally *tally)
{
  g_free (tally->slots);
  tally->n_slots *= 2;
  tally->slots = g_new0 (guint32, tally->n_slots);
  for (guint i = 0; i < tally->days->len; i++) {
    const GrDemandDay *day = &g_array_index (tally->days, GrDemandDay, i);
    gsize slot = first_slot (tally, day->item_id, day->sold_on);

    while (tally->slots[slot] != 0)
      slot = (slot + 1) & (tally->n_slots - 1);
    tally->slots[slot] = i + 1;
  }
}

static GrDemandDay *
find_or_add (GrDemandTally *tally, gint64 item_id, GrDate sold_on)
{
  GrDemandDay fresh = {.item_id = item_id, .sold_on = sold_on};
  gsize slot;

  if (tally->days->len * 2 >= tally->n_slots)
    grow (tally);
  slot = first_slot (tally, item_id, sold_on);
  for (; tally->slots[slot] != 0; slot = (slot + 1) & (tally->n_slots - 1)) {
    GrDemandDay *day = &g_array_index (tally->days, GrDemandDay, tally->slots[slot] - 1);

    if (day->item_id == item_id && day->sold_on == sold_on)
      return day;
  }
  g_array_append_val (tally->days, fresh);
  tally->slots[slot] = tally->days->len;
  return &g_array_index (tally->days, GrDemandDay, tally->days->len - 1);
}

/**
 * gr_demand_tally_add:
 *
 * Counts a line in: its quantity as sold or returned, its money at the line's price rounded to the currency's minor
 * unit.
 */
void
gr_demand_tally_add (GrDemandTally *tally, const GrSaleLine *line)
{
  GrDemandDay *day = find_or_add (tally, line->item_id, line->sold_on);

  if (line->qty > 0)
    day->sold_qty += line->qty;
  else
    day->returned_qty -= line->qty;
  day->revenue += gr_money_for_saturated (line->qty, line->unit_price, tally->currency_digits);
}

/**
 * gr_demand_tally_add_batch:
 *
 * Counts in the saved lines numbered from @first_line_id. O(n_lines).
 */
gboolean
gr_demand_tally_add_batch (
    GrDemandTally *tally, GrDatabase *database, gint64 first_line_id, gint64 n_lines, GError **error)
{
  GrQuery query =
      gr_query (database, "SELECT item_id, sold_on, qty, unit_price FROM sale_line WHERE id >= ?1 AND id < ?2", "ll",
          first_line_id, first_line_id + n_lines);

  while (gr_query_next (&query)) {
    GrSaleLine line = {.item_id = gr_query_id (&query, 0),
        .sold_on = gr_query_date (&query, 1),
        .qty = gr_query_id (&query, 2),
        .unit_price = gr_query_id (&query, 3)};

    gr_demand_tally_add (tally, &line);
  }
  return gr_query_end (&query, error);
}

static int
compare_days (const void *a, const void *b)
{
  const GrDemandDay *x = a, *y = b;

  if (x->item_id != y->item_id)
    return x->item_id < y->item_id ? -1 : 1;
  return (x->sold_on > y->sold_on) - (x->sold_on < y->sold_on);
}

/**
 * gr_demand_tally_sorted:
 *
 * Returns: (array length=n_days) (transfer none): the days by item and day. Nothing can be added after.
 */
const GrDemandDay *
gr_demand_tally_sorted (GrDemandTally *tally, gsize *n_days)
{
  *n_days = tally->days->len;
  if (tally->days->len > 0)
    qsort (tally->days->data, tally->days->len, sizeof (GrDemandDay), compare_days);
  return (const GrDemandDay *) (void *) tally->days->data;
}

/* Bound by hand: there are hundreds of thousands. */
static gboolean
write_day (GrDatabase *database, sqlite3_stmt *upsert, const GrDemandDay *day, int sign, GError **error)
{
  int status;

  sqlite3_bind_int64 (upsert, 1, day->item_id);
  sqlite3_bind_int (upsert, 2, day->sold_on);
  sqlite3_bind_int64 (upsert, 3, sign * day->sold_qty);
  sqlite3_bind_int64 (upsert, 4, sign * day->returned_qty);
  sqlite3_bind_int64 (upsert, 5, sign * day->revenue);
  status = sqlite3_step (upsert);
  if (status != SQLITE_DONE)
    gr_database_fail (database, error);
  sqlite3_reset (upsert);
  return status == SQLITE_DONE;
}

static gboolean
write_days (
    GrDatabase *database, const GrDemandDay *days, gsize n_days, int sign, const GrProgress *progress, GError **error)
{
  sqlite3_stmt *upsert = gr_database_prepare (database,
      "INSERT INTO demand_day (item_id, sold_on, sold_qty, returned_qty, revenue) VALUES (?1, ?2, ?3, ?4, ?5) "
      "ON CONFLICT (item_id, sold_on) DO UPDATE SET sold_qty = sold_qty + excluded.sold_qty, "
      "returned_qty = returned_qty + excluded.returned_qty, revenue = revenue + excluded.revenue",
      error);

  if (upsert == NULL)
    return FALSE;
  for (gsize i = 0; i < n_days; i++) {
    if (i % 16384 == 0 && !gr_progress_report (progress, _ ("Adding up sales"), (double) i / (double) n_days, error))
      return FALSE;
    if (!write_day (database, upsert, &days[i], sign, error))
      return FALSE;
  }
  return TRUE;
}

/* A day on which nothing is left of sales or returns is no day of demand. */
static gboolean
remove_empty (GrDatabase *database, GError **error)
{
  return gr_query_run (database, error, "DELETE FROM demand_day WHERE sold_qty = 0 AND returned_qty = 0", "");
}

/**
 * gr_demand_tally_write:
 *
 * Adds all days to the saved demand, or takes them off it, in key order.
 */
gboolean
gr_demand_tally_write (
    GrDemandTally *tally, GrDatabase *database, GrTallyUse use, const GrProgress *progress, GError **error)
{
  g_autoptr (GrGuard) guard = NULL;
  gsize n_days;
  const GrDemandDay *days = gr_demand_tally_sorted (tally, &n_days);

  if (n_days == 0)
    return TRUE;
  if (n_days >= MANY) {
    guard = gr_guard_take_down (database, "demand_day", error);
    if (guard == NULL)
      return FALSE;
  }
  return write_days (database, days, n_days, use == GR_TALLY_ADD ? 1 : -1, progress, error) &&
         (use == GR_TALLY_ADD || remove_empty (database, error)) && gr_guard_put_up (guard, error);
}
