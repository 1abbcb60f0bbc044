#pragma once

#include "domain/base/date.h"
#include "domain/base/quantity.h"

/**
 * GrProjectionBucket:
 *
 * end = begin + on_order + suggested - demand + lost, never below zero; @lost is demand that could not be served.
 */
typedef struct {
  GrDate start;
  GrQty begin;
  GrQty on_order;
  GrQty suggested;
  GrQty demand;
  GrQty lost;
  GrQty end;
} GrProjectionBucket;
