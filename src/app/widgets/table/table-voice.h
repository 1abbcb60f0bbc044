#pragma once

#include "table-column.h"

void gr_table_voice_name_list (GtkWidget *table, GtkWidget *view);
void gr_table_voice_name_rows (GtkListItemFactory *factory);
