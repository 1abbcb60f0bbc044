#include "table-list.h"

GrTableList *
gr_table_list_new (GrPagedModel *model, gpointer user_data)
{
  GrTableList *list = g_new (GrTableList, 1);

  list->model = g_object_ref (model);
  list->columns = g_ptr_array_new();
  list->titles = g_ptr_array_new_with_free_func (g_free);
  list->user_data = user_data;
  return list;
}

void
gr_table_list_free (GrTableList *list)
{
  g_object_unref (list->model);
  g_ptr_array_unref (list->columns);
  g_ptr_array_unref (list->titles);
  g_free (list);
}

/**
 * gr_table_list_add:
 *
 * One more column; a button says nothing of a row, and is left out.
 */
void
gr_table_list_add (GrTableList *list, const GrTableColumn *column, const char *title)
{
  if (column->kind == GR_CELL_BUTTON)
    return;
  g_ptr_array_add (list->columns, (gpointer) column);
  g_ptr_array_add (list->titles, g_strdup (title));
}

/**
 * gr_table_list_cell:
 *
 * Returns: (transfer full): what the cell shows, in words
 */
char *
gr_table_list_cell (const GrTableList *list, guint column, gconstpointer row)
{
  const GrTableColumn *shown = g_ptr_array_index (list->columns, column);

  switch (shown->kind) {
  case GR_CELL_BADGE:
    return g_strdup (shown->face (row, list->user_data).text);
  case GR_CELL_CHECK:
    return g_strdup (shown->is_on (row, list->user_data) ? "\xe2\x9c\x93" : "");
  case GR_CELL_BUTTON:
    return g_strdup ("");
  case GR_CELL_TEXT:
  case GR_CELL_NUMBER:
  case GR_CELL_EDITABLE:
  case GR_CELL_EDITABLE_TEXT:
  default:
    return shown->text (row, list->user_data);
  }
}
