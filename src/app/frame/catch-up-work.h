#pragma once

#include "frame.h"

void gr_catch_up_work_start (GrFrame *frame);
