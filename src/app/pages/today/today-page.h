#pragma once

#include "app/frame/page.h"

/* What needs doing now, worst in money first, each with the button that does it. */
#define GR_TYPE_TODAY_PAGE (gr_today_page_get_type())
G_DECLARE_FINAL_TYPE (GrTodayPage, gr_today_page, GR, TODAY_PAGE, GrPage)
