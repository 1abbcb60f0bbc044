#pragma once

/* Of i, an item: what is on hand in place ?1, or in all of the shop's own where it is NULL. */
#define GR_STOCK_ON_HAND                                                                                               \
  "(SELECT sum (b.qty) FROM balance b WHERE b.item_id = i.id AND b.location_id IN "                                    \
  "(SELECT id FROM own_place WHERE ?1 IS NULL OR id = ?1))"

/* Of i, an item: what is still to come of orders in @states. */
#define GR_STOCK_ON_ORDER(states)                                                                                      \
  "(SELECT sum (l.to_come) FROM open_line l WHERE l.item_id = i.id AND l.state " states ")"
