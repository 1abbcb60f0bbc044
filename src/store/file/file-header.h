#pragma once

#include <glib.h>

/* "GrnR": what a shop's file says it is, in SQLite's application_id. */
#define GR_APPLICATION_ID 0x47726e52

gboolean gr_file_header_check (const char *path, int newest_version, GError **error);
