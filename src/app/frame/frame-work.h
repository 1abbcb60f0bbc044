#pragma once

#include "frame.h"

#include "app/widgets/work-bar.h"

gboolean gr_frame_work_start (GrFrame *frame, GrWorkBar *bar, const GrFrameWork *work);
