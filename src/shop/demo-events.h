#pragma once

#include "domain/date.h"

GPtrArray *gr_demo_events (GrDate first, GrDate today);
