#pragma once

#include "app/frame/frame.h"
#include "app/widgets/act-bar.h"

#include "domain/trade/purchase-order.h"

#define GR_ORDER_ACTION_SEND "order.send"

/* The buttons of an order: what its state allows, one of them suggested. */
void gr_order_acts_install (GtkWidgetClass *widget_class, GtkWidgetActionActivateFunc do_cb);
void gr_order_acts_show (GrActBar *bar, const GrPurchaseOrder *order);
gboolean gr_order_acts_do (GrFrame *frame, const GrPurchaseOrder *order, const char *action);
