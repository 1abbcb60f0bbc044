#pragma once

#include <glib.h>

char *gr_import_words_normalise (const char *text);
gboolean gr_import_words_contain (const char *words, const char *word);
int gr_import_words_flag (const char *text);
int gr_import_words_status (const char *text);
int gr_import_words_month (const char **at);
