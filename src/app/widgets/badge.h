#pragma once

#include "domain/stock/stock-health.h"

#include <gtk/gtk.h>

/**
 * GrBadgeFace:
 * @icon_name: (nullable): an icon
 * @text: (nullable): a word; %NULL shows nothing
 * @style: (nullable): "error", "warning", "success", "accent", "surplus" or "dim-label"
 *
 * What a badge says: always a word, never a colour alone.
 */
typedef struct {
  const char *icon_name;
  const char *text;
  const char *style;
} GrBadgeFace;

#define GR_TYPE_BADGE (gr_badge_get_type())
G_DECLARE_FINAL_TYPE (GrBadge, gr_badge, GR, BADGE, GtkWidget)

GtkWidget *gr_badge_new (void);
void gr_badge_set_face (GrBadge *self, const GrBadgeFace *face);
GrBadgeFace gr_badge_face_of_health (GrStockHealth health);
GrBadgeFace gr_badge_face_of_stock (GrStockHealth health, GrQty on_hand);
