#pragma once

#include <glib.h>

void gr_reading_failed (gpointer widget, const GError *error);
