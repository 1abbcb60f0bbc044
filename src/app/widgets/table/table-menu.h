#pragma once

#include "table-state.h"

#include <gtk/gtk.h>

/* Called on the table when somebody showed or hid a column; the state says so already. */
typedef void (*GrTableColumnsChosen) (GtkWidget *table);

GMenuModel *gr_table_menu_new (GtkWidget *table, GrTableState *state, GrTableColumnsChosen chosen);
