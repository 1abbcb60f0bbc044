#pragma once

#include "app/frame/window.h"

#include "shop/purchasing/accept-suggestions.h"

void gr_accept_act_run (GrWindow *window, const GrSuggestionChoice *choice);
