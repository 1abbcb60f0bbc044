#include "sold-days.h"

/* Where an item's days begin; they end where the next item's begin. */
typedef struct {
  gint64 item_id;
  guint from;
} Place;

struct _GrSoldDays {
  GArray *days;   /* GrSoldDay, by item and day */
  GArray *places; /* Place, by item */
};

GrSoldDays *
gr_sold_days_new (void)
{
  GrSoldDays *sold = g_new (GrSoldDays, 1);

  sold->days = g_array_new (FALSE, FALSE, sizeof (GrSoldDay));
  sold->places = g_array_new (FALSE, FALSE, sizeof (Place));
  return sold;
}

void
gr_sold_days_free (GrSoldDays *sold)
{
  if (sold == NULL)
    return;
  g_array_unref (sold->days);
  g_array_unref (sold->places);
  g_free (sold);
}

/**
 * gr_sold_days_add:
 *
 * Days come by item number and in order.
 */
void
gr_sold_days_add (GrSoldDays *sold, const GrDemandDay *day)
{
  GrSoldDay net = {day->sold_on, day->sold_qty != 0, day->sold_qty - day->returned_qty};
  Place place = {day->item_id, sold->days->len};

  if (sold->places->len == 0 || g_array_index (sold->places, Place, sold->places->len - 1).item_id != day->item_id)
    g_array_append_val (sold->places, place);
  g_array_append_val (sold->days, net);
}

gsize
gr_sold_days_n_items (const GrSoldDays *sold)
{
  return sold->places->len;
}

/**
 * gr_sold_days_nth:
 * @before: the first day no longer wanted
 *
 * Returns: the item's that is at @index by number. O(its days).
 */
GrItemSales
gr_sold_days_nth (const GrSoldDays *sold, gsize index, GrDate before)
{
  const Place *place = &g_array_index (sold->places, Place, index);
  guint end = index + 1 < sold->places->len ? place[1].from : sold->days->len;
  GrItemSales sales = {
      .item_id = place->item_id,
      .days = &g_array_index (sold->days, GrSoldDay, place->from),
      .n = end - place->from,
  };

  while (sales.n > 0 && sales.days[sales.n - 1].on >= before)
    sales.n--;
  while (sales.first < sales.n && !sales.days[sales.first].is_sale)
    sales.first++;
  return sales;
}

/**
 * gr_sold_days_of:
 *
 * Returns: the item's days before @before; none where it never sold. O(log(items) + its days).
 */
GrItemSales
gr_sold_days_of (const GrSoldDays *sold, gint64 item_id, GrDate before)
{
  guint from = 0, end = sold->places->len;

  while (from < end) {
    guint middle = from + (end - from) / 2;
    gint64 found = g_array_index (sold->places, Place, middle).item_id;

    if (found == item_id)
      return gr_sold_days_nth (sold, middle, before);
    if (found < item_id)
      from = middle + 1;
    else
      end = middle;
  }
  return (GrItemSales){.item_id = item_id};
}
