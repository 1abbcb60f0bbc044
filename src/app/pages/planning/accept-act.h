#pragma once

#include "app/frame/frame.h"

#include "shop/purchasing/accept-suggestions.h"

void gr_accept_act_run (GrFrame *frame, const GrSuggestionChoice *choice);
