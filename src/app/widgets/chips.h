#pragma once

#include <gtk/gtk.h>

/**
 * GrChip:
 * @id: what the page filters by
 * @title: translated
 * @icon_name: (nullable)
 * @style: (nullable): as of #GrBadgeFace
 * @tooltip: (nullable): what it means, translated
 */
typedef struct {
  int id;
  const char *title;
  const char *icon_name;
  const char *style;
  const char *tooltip;
} GrChip;

/**
 * GrChips:
 *
 * A row of filters with counts, of which one holds. Filters that nothing falls under are not shown, but for the chosen
 * one and the first.
 *
 * Signal: "chosen" (int id).
 */
#define GR_TYPE_CHIPS (gr_chips_get_type())
G_DECLARE_FINAL_TYPE (GrChips, gr_chips, GR, CHIPS, GtkWidget)

void gr_chips_add (GrChips *self, const GrChip *chip);
void gr_chips_set_count (GrChips *self, int id, gint64 count);
int gr_chips_get_chosen (GrChips *self);
const char *gr_chips_get_title (GrChips *self);
void gr_chips_choose (GrChips *self, int id);
