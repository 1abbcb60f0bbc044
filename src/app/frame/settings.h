#pragma once

#include <gtk/gtk.h>

/**
 * GrSettings:
 *
 * What the program remembers between two runs and is no part of a shop: the last shops, the window's size, how tables
 * are arranged. Kept by GSettings where its schema is installed; a program that is run from its build folder without it
 * remembers until it ends.
 */
#define GR_TYPE_SETTINGS (gr_settings_get_type())
G_DECLARE_FINAL_TYPE (GrSettings, gr_settings, GR, SETTINGS, GObject)

GrSettings *gr_settings_new (void);
void gr_settings_attach (GrSettings *self, GtkWindow *window);
GrSettings *gr_settings_of (GtkWidget *widget);

char *gr_settings_get_string (GrSettings *self, const char *key);
void gr_settings_set_string (GrSettings *self, const char *key, const char *value);
int gr_settings_get_int (GrSettings *self, const char *key, int fallback);
void gr_settings_set_int (GrSettings *self, const char *key, int value);
gboolean gr_settings_get_flag (GrSettings *self, const char *key);
void gr_settings_set_flag (GrSettings *self, const char *key, gboolean value);

char **gr_settings_get_recent (GrSettings *self);
void gr_settings_add_recent (GrSettings *self, const char *path);

char *gr_settings_get_table (GrSettings *self, const char *table);
void gr_settings_set_table (GrSettings *self, const char *table, const char *state);
