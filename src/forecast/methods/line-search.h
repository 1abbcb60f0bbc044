#pragma once

#include <glib.h>

typedef double (*GrLineFunc) (double x, gpointer data);

double gr_line_search_minimise (GrLineFunc func, gpointer data, double low, double high);
