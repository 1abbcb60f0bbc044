#pragma once

#include <glib.h>

gboolean gr_xlsx_is_whole (const char *path);
