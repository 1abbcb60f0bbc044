#pragma once

#include <glib.h>

G_BEGIN_DECLS

void gr_file_lock_prepare (void);
int gr_file_lock_hold (const char *path);
void gr_file_lock_let_go (int lock);

G_END_DECLS
