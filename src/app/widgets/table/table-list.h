#pragma once

#include "table-column.h"

#include "app/models/paged-model.h"

/**
 * GrTableList:
 * @columns: (element-type GrTableColumn): those that are chosen, in their order, without buttons
 * @titles: (element-type utf8): of the columns, with their units
 * @user_data: for the functions of the columns
 *
 * A list as a table shows it, apart from the table: for whoever writes it down elsewhere.
 */
typedef struct {
  GrPagedModel *model;
  GPtrArray *columns;
  GPtrArray *titles;
  gpointer user_data;
} GrTableList;

GrTableList *gr_table_list_new (GrPagedModel *model, gpointer user_data);
void gr_table_list_free (GrTableList *list);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrTableList, gr_table_list_free)

void gr_table_list_add (GrTableList *list, const GrTableColumn *column, const char *title);
char *gr_table_list_cell (const GrTableList *list, guint column, gconstpointer row);
