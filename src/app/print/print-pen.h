#pragma once

#include <pango/pangocairo.h>

/* How a text stands: the sizes of a printed page. */
typedef enum {
  GR_PRINT_PLAIN,
  GR_PRINT_BOLD,
  GR_PRINT_DIM,
  GR_PRINT_TITLE,
} GrPrintFace;

#define GR_N_PRINT_FACES (GR_PRINT_TITLE + 1)

/**
 * GrPrintPen:
 *
 * What measures and draws texts, in points; one Pango layout for all of them, so that what was measured is what is
 * drawn. It belongs to the thread that made it.
 */
typedef struct {
  PangoLayout *layout;
  PangoFontDescription *fonts[GR_N_PRINT_FACES];
  double line_height; /* of plain text */
} GrPrintPen;

/* A text in its room: from @x, @y on, @width wide; broken into lines where @wraps, else cut with an ellipsis. */
typedef struct {
  const char *text;
  GrPrintFace face;
  PangoAlignment alignment;
  gboolean wraps;
  double x;
  double y;
  double width;
} GrPrintText;

void gr_print_pen_init (GrPrintPen *pen, gboolean is_rtl);
void gr_print_pen_clear (GrPrintPen *pen);

double gr_print_pen_width (GrPrintPen *pen, const char *text, GrPrintFace face);
double gr_print_pen_longest_word (GrPrintPen *pen, const char *text, GrPrintFace face);
double gr_print_pen_height (GrPrintPen *pen, const GrPrintText *text);
void gr_print_pen_draw (GrPrintPen *pen, cairo_t *cr, const GrPrintText *text);
