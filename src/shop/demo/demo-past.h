#pragma once

#include "demo-history.h"

GrDemoHistory *gr_demo_past_grow (GrDate today, guint64 seed);
