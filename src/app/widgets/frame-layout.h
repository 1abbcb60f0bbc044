#pragma once

#include <gtk/gtk.h>

typedef enum {
  GR_FRAME_WIDE,   /* sidebar with words */
  GR_FRAME_MEDIUM, /* a rail of icons */
  GR_FRAME_NARROW, /* a bar at the bottom */
} GrFrameMode;

/**
 * GrFrameLayout:
 *
 * The window's parts by width: the content, and beside or below it the one navigation that fits. Which one is decided
 * while space is given out, so nothing is laid out twice; "mode" tells others, a moment later.
 *
 * Properties: "sidebar", "rail", "bar", "content" (each a widget), "mode" (read only).
 */
#define GR_TYPE_FRAME_LAYOUT (gr_frame_layout_get_type())
G_DECLARE_FINAL_TYPE (GrFrameLayout, gr_frame_layout, GR, FRAME_LAYOUT, GtkWidget)

GrFrameMode gr_frame_layout_get_mode (GrFrameLayout *self);
