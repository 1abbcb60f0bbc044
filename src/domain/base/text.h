#pragma once

#include <glib.h>

char *gr_text_fold (const char *text);
char *gr_text_sort_key (const char *text);
int gr_text_compare (const char *a, const char *b);
gboolean gr_text_is_near (const char *word, const char *typed);
