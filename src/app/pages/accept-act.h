#pragma once

#include "window.h"

#include "shop/accept-suggestions.h"

void gr_accept_act_run (GrWindow *window, const GrSuggestionChoice *choice);
