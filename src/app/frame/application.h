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
void gr_application_open_shop (GrApplication *self, const char *path);
void gr_application_create_shop (GrApplication *self, const char *path, const char *name, const char *currency);
void gr_application_open_demo (GrApplication *self);
GrSettings *gr_application_get_settings (GrApplication *self);

void gr_application_register_resources (void);
