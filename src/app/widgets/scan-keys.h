#pragma once

#include <gtk/gtk.h>

/* @code is what a scanner typed, without its Enter. */
typedef void (*GrScanned) (GtkWindow *window, const char *code);

void gr_scan_keys_attach (GtkWindow *window, GrScanned scanned);
void gr_scan_keys_let_in (GtkWidget *field);
