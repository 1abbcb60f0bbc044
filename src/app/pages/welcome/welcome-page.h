#pragma once

#include "app/frame/page.h"

/* What is seen without a shop: make one, open one, look at the demo. */
#define GR_TYPE_WELCOME_PAGE (gr_welcome_page_get_type())
G_DECLARE_FINAL_TYPE (GrWelcomePage, gr_welcome_page, GR, WELCOME_PAGE, GrPage)
