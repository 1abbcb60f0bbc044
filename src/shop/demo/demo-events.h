#pragma once

#include "domain/base/date.h"

GPtrArray *gr_demo_events (GrDate first, GrDate today);
