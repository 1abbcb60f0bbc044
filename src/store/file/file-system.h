#pragma once

#include <glib.h>

char *gr_file_system_real_path (const char *path, GError **error);
gboolean gr_file_system_is_writable (const char *path);
gboolean gr_file_system_is_safe (const char *path);
gboolean gr_file_system_rename_new (const char *from, const char *to, GError **error);
gboolean gr_file_system_sync (const char *path, GError **error);
