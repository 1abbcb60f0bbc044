#pragma once

#include "domain/base/quantity.h"

/* A place as an item knows it: @qty that was counted there, or lies there. */
typedef struct {
  gint64 location_id;
  GrQty qty;
} GrPlaceQty;

gint64 gr_allocation_usual_place (const GrPlaceQty *places, gsize n);
