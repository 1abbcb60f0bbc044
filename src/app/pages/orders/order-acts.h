#pragma once

#include "app/frame/frame.h"

#include "domain/trade/purchase-order.h"

/* The buttons of an order: what its state allows, one of them suggested. */
typedef void (*GrOrderActCalled) (GrOrderAct act, gpointer user_data);

void gr_order_acts_make (GtkWidget *box, GrOrderActCalled called, gpointer user_data);
void gr_order_acts_show (GtkWidget *box, const GrPurchaseOrder *order);
gboolean gr_order_acts_do (GrFrame *frame, const GrPurchaseOrder *order, GrOrderAct act);
