#pragma once

#include "table-column.h"

char *gr_table_header_title (const GrTableColumn *column, const char *unit);
int gr_table_header_width (GtkWidget *view, const char *title);
void gr_table_header_dress (GtkWidget *view, const GrTableColumn *columns, gsize n);
