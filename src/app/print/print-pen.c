#include "print-pen.h"

#include <string.h>

#define BODY_POINTS  8.5
#define TITLE_POINTS 14

static PangoFontDescription *
make_font (GrPrintFace face)
{
  PangoFontDescription *font = pango_font_description_new();

  pango_font_description_set_family (font, "Cantarell, Sans");
  pango_font_description_set_absolute_size (font, (face == GR_PRINT_TITLE ? TITLE_POINTS : BODY_POINTS) * PANGO_SCALE);
  if (face == GR_PRINT_BOLD || face == GR_PRINT_TITLE)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  return font;
}

/**
 * gr_print_pen_init:
 * @is_rtl: whether lines run from right to left
 *
 * Figures are of one width, so that they line up; nothing is rounded to pixels.
 */
void
gr_print_pen_init (GrPrintPen *pen, gboolean is_rtl)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default());
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new();
  cairo_font_options_t *options = cairo_font_options_create();
  int height;

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_base_dir (context, is_rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  cairo_font_options_destroy (options);
  pen->layout = pango_layout_new (context);
  g_object_unref (context);
  pango_layout_set_auto_dir (pen->layout, FALSE); /* a column is aligned, whatever script its words are in */
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (pen->layout, attributes);
  for (GrPrintFace face = 0; face < GR_N_PRINT_FACES; face++)
    pen->fonts[face] = make_font (face);
  pango_layout_set_font_description (pen->layout, pen->fonts[GR_PRINT_PLAIN]);
  pango_layout_set_text (pen->layout, "0", 1);
  pango_layout_get_size (pen->layout, NULL, &height);
  pen->line_height = (double) height / PANGO_SCALE;
}

void
gr_print_pen_clear (GrPrintPen *pen)
{
  g_clear_object (&pen->layout);
  for (GrPrintFace face = 0; face < GR_N_PRINT_FACES; face++)
    g_clear_pointer (&pen->fonts[face], pango_font_description_free);
}

/**
 * gr_print_pen_width:
 *
 * Returns: how wide the text is in one line
 */
double
gr_print_pen_width (GrPrintPen *pen, const char *text, GrPrintFace face)
{
  int width;

  pango_layout_set_width (pen->layout, -1);
  pango_layout_set_font_description (pen->layout, pen->fonts[face]);
  pango_layout_set_text (pen->layout, text, -1);
  pango_layout_get_size (pen->layout, &width, NULL);
  return (double) width / PANGO_SCALE;
}

/**
 * gr_print_pen_longest_word:
 *
 * Returns: how narrow a column can be that never breaks a word of the text
 */
double
gr_print_pen_longest_word (GrPrintPen *pen, const char *text, GrPrintFace face)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  double width = 0;

  for (gsize i = 0; words[i]; i++)
    width = MAX (width, gr_print_pen_width (pen, words[i], face));
  return width;
}

static double
lay_out (GrPrintPen *pen, const GrPrintText *text)
{
  int height;

  pango_layout_set_font_description (pen->layout, pen->fonts[text->face]);
  pango_layout_set_width (pen->layout, (int) (text->width * PANGO_SCALE + 0.5));
  pango_layout_set_wrap (pen->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (pen->layout, text->wraps ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
  pango_layout_set_single_paragraph_mode (pen->layout, !text->wraps);
  pango_layout_set_alignment (pen->layout, text->alignment);
  pango_layout_set_text (pen->layout, text->text, -1);
  pango_layout_get_size (pen->layout, NULL, &height);
  return (double) height / PANGO_SCALE;
}

static void
forget_room (GrPrintPen *pen)
{
  pango_layout_set_ellipsize (pen->layout, PANGO_ELLIPSIZE_NONE);
  pango_layout_set_single_paragraph_mode (pen->layout, FALSE);
}

/* Whatever the letters, so few of them fit into a line: most cells need no more of a look. */
static gboolean
fits_a_line (const GrPrintPen *pen, const GrPrintText *text)
{
  return (double) g_utf8_strlen (text->text, -1) * pen->line_height < text->width && !strchr (text->text, '\n');
}

/**
 * gr_print_pen_height:
 *
 * Returns: how high the text is in its room
 */
double
gr_print_pen_height (GrPrintPen *pen, const GrPrintText *text)
{
  double height;

  if (text->face != GR_PRINT_TITLE && (!text->wraps || fits_a_line (pen, text)))
    return pen->line_height;
  height = lay_out (pen, text);
  forget_room (pen);
  return height;
}

void
gr_print_pen_draw (GrPrintPen *pen, cairo_t *cr, const GrPrintText *text)
{
  double grey = text->face == GR_PRINT_DIM ? 0.35 : 0;

  lay_out (pen, text);
  cairo_set_source_rgb (cr, grey, grey, grey);
  cairo_move_to (cr, text->x, text->y);
  pango_cairo_show_layout (cr, pen->layout);
  forget_room (pen);
}
