#pragma once

/* The plan that is made anew all the time, for statements that write it; the others read the views of views.sql. */
#define GR_WORKING_PLAN "(SELECT id FROM plan WHERE kind = 'working')"
