#pragma once

#include "window.h"

/**
 * GrApplication:
 *
 * The program: its command line, its keys, and which shop is open.
 */
#define GR_TYPE_APPLICATION (gr_application_get_type())
G_DECLARE_FINAL_TYPE (GrApplication, gr_application, GR, APPLICATION, AdwApplication)

GrApplication *gr_application_new (void);
void gr_application_register_resources (void);
