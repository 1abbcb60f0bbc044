#pragma once

#include <glib.h>

gboolean gr_csv_needs_guard (const char *text);
gboolean gr_csv_is_guarded (const char *text);
