#pragma once

#include "demo-history.h"
#include "demo-random.h"

/* The buyer's desk of the demo shop while its past is grown. */
typedef struct {
  GrDemoHistory *history;
  const GrDemoItem *items;
  const GrDemoSupplier *suppliers;
  gsize n_suppliers;
  GrQty *on_order;
  GrDemoRandom random;
} GrDemoDesk;

GrDemoDesk gr_demo_desk (GrDemoHistory *history, guint64 seed);
void gr_demo_desk_clear (GrDemoDesk *desk);
double gr_demo_desk_expected (const GrDemoDesk *desk, gsize item, GrDate from, int days);
void gr_demo_desk_receive (GrDemoDesk *desk, GrDate on);
void gr_demo_desk_order (GrDemoDesk *desk, GrDate on);
void gr_demo_desk_leave_work (GrDemoDesk *desk);
