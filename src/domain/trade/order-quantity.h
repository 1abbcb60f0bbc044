#pragma once

#include "domain/base/quantity.h"

GrQty gr_order_quantity (GrQty need, GrQty minimum, GrQty multiple);
