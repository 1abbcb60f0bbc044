#pragma once

#include <adwaita.h>

/* What newer versions of GTK and libadwaita call otherwise, in one place. */

/* @path is %NULL where nothing was chosen. */
typedef void (*GrPathChosen) (const char *path, gpointer data);

/* Which files are offered. */
typedef enum {
  GR_FILES_SHOP,
  GR_FILES_TABLES,
  GR_FILES_WORKBOOK,
  GR_FILES_PDF,
  GR_FILES_PNG,
  GR_FILES_TEXT,
} GrFileKind;

void gr_choose_file_to_open (GtkWindow *parent, const char *title, GrFileKind kind, GrPathChosen chosen, gpointer data);
void gr_choose_file_to_save (GtkWindow *parent, const char *title, GrFileKind kind, const char *suggested_name,
    GrPathChosen chosen, gpointer data);

void gr_open_file (GtkWindow *parent, const char *path);

void gr_show_message (GtkWindow *parent, const char *heading, const char *body);

/* Called with %TRUE where the verb was chosen. */
typedef void (*GrAnswered) (gboolean is_yes, gpointer data);

void gr_ask (
    GtkWindow *parent, const char *heading, const char *body, const char *verb, GrAnswered answered, gpointer data);

void gr_show_about (GtkWindow *parent);

void gr_actionable_set_detailed (GtkActionable *actionable, const char *detailed_name);
void gr_settle_focus (void);
