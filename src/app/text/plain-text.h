#pragma once

#include <glib.h>

char *gr_plain_text (const char *text);
