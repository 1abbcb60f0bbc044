#pragma once

#include "app/frame/frame.h"

#include "domain/trade/purchase-order.h"

/**
 * GrReceiveDialog:
 *
 * What of an order has come, and where it was put. Everything that remains is filled in; the first scan starts counting
 * from nothing instead.
 */
#define GR_TYPE_RECEIVE_DIALOG (gr_receive_dialog_get_type())
G_DECLARE_FINAL_TYPE (GrReceiveDialog, gr_receive_dialog, GR, RECEIVE_DIALOG, AdwWindow)

void gr_receive_dialog_present (GrFrame *frame, const GrPurchaseOrder *order);
