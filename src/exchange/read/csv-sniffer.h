#pragma once

#include <glib.h>

char gr_csv_sniff_delimiter (const char *sample, gsize length);
