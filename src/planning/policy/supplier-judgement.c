#include "supplier-judgement.h"

#include <glib.h>
#include <math.h>

typedef struct {
  GrDate sent_on;
  GrDate came_on;
  gint64 order_id;
} Delivery;

/* Judges the line whose deliveries are @lines: on time (window) and in full, if it is due at all. */
static void
judge_line (const GrSupplierDelivery *lines, gsize n_lines, GrDate today, GrSupplierRecord *record)
{
  GrDate last_day = lines[0].due_on != GR_DATE_NONE ? lines[0].due_on + GR_ON_TIME_DAYS : GR_DATE_NONE;
  GrQty in_time = 0;

  if (last_day == GR_DATE_NONE)
    return;
  for (gsize i = 0; i < n_lines; i++)
    if (lines[i].came_on != GR_DATE_NONE && lines[i].came_on <= last_day)
      in_time = gr_qty_add (in_time, lines[i].qty);
  if (in_time >= lines[0].ordered) {
    record->n_due++;
    record->n_on_time++;
  } else if (last_day < today) {
    record->n_due++;
  }
}

/* The latest first, those of one order on one day together. */
static int
compare_deliveries (gconstpointer a, gconstpointer b)
{
  const Delivery *left = a, *right = b;

  if (left->came_on != right->came_on)
    return left->came_on > right->came_on ? -1 : 1;
  return left->order_id < right->order_id ? -1 : left->order_id > right->order_id;
}

static GArray *
find_deliveries (const GrSupplierDelivery *lines, gsize n_lines)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (Delivery));
  guint kept = 0;

  for (gsize i = 0; i < n_lines; i++) {
    Delivery delivery = {lines[i].sent_on, lines[i].came_on, lines[i].order_id};

    if (delivery.came_on != GR_DATE_NONE && delivery.sent_on != GR_DATE_NONE && delivery.came_on >= delivery.sent_on)
      g_array_append_val (all, delivery);
  }
  g_array_sort (all, compare_deliveries);
  for (guint i = 0; i < all->len; i++) {
    const Delivery *delivery = &g_array_index (all, Delivery, i);

    if (kept == 0 || compare_deliveries (&g_array_index (all, Delivery, kept - 1), delivery) != 0)
      g_array_index (all, Delivery, kept++) = *delivery;
  }
  g_array_set_size (all, MIN (kept, GR_LEARNED_DELIVERIES));
  return all;
}

static void
learn_lead_time (const GArray *deliveries, GrSupplierRecord *record)
{
  double n = deliveries->len, sum = 0, squares = 0;

  for (guint i = 0; i < deliveries->len; i++) {
    const Delivery *delivery = &g_array_index (deliveries, Delivery, i);

    sum += delivery->came_on - delivery->sent_on;
  }
  record->n_deliveries = (int) deliveries->len;
  record->lead_time_days = deliveries->len > 0 ? sum / n : NAN;
  for (guint i = 0; i < deliveries->len; i++) {
    const Delivery *delivery = &g_array_index (deliveries, Delivery, i);

    squares += pow (delivery->came_on - delivery->sent_on - record->lead_time_days, 2);
  }
  record->lead_time_sd_days = deliveries->len > 1 ? sqrt (squares / (n - 1)) : NAN;
}

/**
 * gr_supplier_record_compute:
 * @lines: (array length=n_lines): of one supplier, deliveries of a line together
 *
 * OTIF = lines on time and in full / lines due (practice): due are those whose expected day and window have passed, and
 * those that are here in full. Learned lead time = receipt date - order date, mean and standard deviation over the last
 * deliveries; what came of one order on one day is one delivery. O(n log n).
 */
void
gr_supplier_record_compute (const GrSupplierDelivery *lines, gsize n_lines, GrDate today, GrSupplierRecord *record)
{
  g_autoptr (GArray) deliveries = find_deliveries (lines, n_lines);
  gsize end;

  *record = (GrSupplierRecord){0};
  for (gsize start = 0; start < n_lines; start = end) {
    for (end = start + 1; end < n_lines && lines[end].line_id == lines[start].line_id; end++)
      continue;
    judge_line (lines + start, end - start, today, record);
  }
  learn_lead_time (deliveries, record);
}
