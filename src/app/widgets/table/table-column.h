#pragma once

#include "app/widgets/badge.h"

typedef enum {
  GR_CELL_TEXT,
  GR_CELL_NUMBER, /* to the right, in tabular figures */
  GR_CELL_BADGE,
  GR_CELL_EDITABLE,      /* a number that can be changed where it stands */
  GR_CELL_EDITABLE_TEXT, /* the same with words, to the left */
  GR_CELL_BUTTON,        /* an icon that does something with the row */
  GR_CELL_CHECK,         /* a box to tick */
} GrCellKind;

/**
 * GrTableColumn:
 * @id: by which sort orders and remembered states name it
 * @title: untranslated
 * @unit: (nullable): stands once, in the header
 * @width: in pixels at 100 % text
 * @rank: 0 is always shown; of the others the highest ranks go first where the table is narrow
 * @expands: takes the space that is left
 * @is_sortable: a click on the header asks for this order
 * @is_hidden: shown only where the user chooses it
 * @tooltip: (nullable): explains the title in a sentence, untranslated
 * @text: what a cell shows (transfer full)
 * @face: what a cell of kind %GR_CELL_BADGE shows
 * @can_edit: (nullable): whether a %GR_CELL_EDITABLE can be changed, a %GR_CELL_BUTTON pressed, a %GR_CELL_CHECK ticked
 * @edit: takes what was typed into a %GR_CELL_EDITABLE; %FALSE where it can't be, having said why. The row may be
 * replaced by what this does
 * @icon_name: of a %GR_CELL_BUTTON, whose name is @tooltip
 * @press: does what a %GR_CELL_BUTTON is for, or turns a %GR_CELL_CHECK; the row may be replaced by it
 * @is_on: whether a %GR_CELL_CHECK is ticked
 *
 * A column of a #GrTable.
 */
typedef struct {
  const char *id;
  const char *title;
  const char *unit;
  int width;
  int rank;
  GrCellKind kind;
  gboolean expands;
  gboolean is_sortable;
  gboolean is_hidden;
  const char *tooltip;
  char *(*text) (gconstpointer row, gpointer user_data);
  GrBadgeFace (*face) (gconstpointer row, gpointer user_data);
  gboolean (*can_edit) (gconstpointer row, gpointer user_data);
  gboolean (*edit) (gconstpointer row, const char *text, gpointer user_data);
  const char *icon_name;
  void (*press) (gconstpointer row, gpointer user_data);
  gboolean (*is_on) (gconstpointer row, gpointer user_data);
} GrTableColumn;

GtkListItemFactory *gr_table_column_make_factory (const GrTableColumn *column, gpointer user_data);
