#pragma once

#include <glib.h>

/* What pages say after a deed that has no words of its own. */
void
gr_say_deed (gpointer widget);
void
gr_say_why_not (gpointer widget, const GError *error);
