#include "chart-style.h"

#define RGB(hex)                                                                                                       \
  {                                                                                                                    \
    ((hex) >> 16 & 0xff) / 255.0, ((hex) >> 8 & 0xff) / 255.0, ((hex) &0xff) / 255.0, 1                                \
  }

/* Blue, orange and grey differ in lightness as well as in hue, for people who see two of the three as one. */
static const GrChartStyle themes[] = {
    [GR_CHART_LIGHT] = {.text = RGB (0x241f31),
        .dim_text = RGB (0x5e5c64),
        .grid = {0, 0, 0, 0.09},
        .surface = RGB (0xffffff),
        .fact = RGB (0x77767b),
        .plan = RGB (0x1c71d8),
        .act = RGB (0xd9560b),
        .alert = RGB (0xc01c28),
        .event = RGB (0x613583)},
    [GR_CHART_DARK] = {.text = RGB (0xffffff),
        .dim_text = RGB (0xc0bfbc),
        .grid = {1, 1, 1, 0.11},
        .surface = RGB (0x303030),
        .fact = RGB (0xa5a3a0),
        .plan = RGB (0x78aeed),
        .act = RGB (0xffa348),
        .alert = RGB (0xff7b63),
        .event = RGB (0xc9a9e6)},
    [GR_CHART_LIGHT_HIGH_CONTRAST] = {.text = RGB (0x000000),
        .dim_text = RGB (0x1e1e1e),
        .grid = {0, 0, 0, 0.35},
        .surface = RGB (0xffffff),
        .fact = RGB (0x4a494d),
        .plan = RGB (0x0b4fa8),
        .act = RGB (0xa33c00),
        .alert = RGB (0xa50013),
        .event = RGB (0x4b2070),
        .is_high_contrast = TRUE},
    [GR_CHART_DARK_HIGH_CONTRAST] = {.text = RGB (0xffffff),
        .dim_text = RGB (0xf2f2f2),
        .grid = {1, 1, 1, 0.4},
        .surface = RGB (0x1e1e1e),
        .fact = RGB (0xdeddda),
        .plan = RGB (0x99c1f1),
        .act = RGB (0xffbe6f),
        .alert = RGB (0xff8f80),
        .event = RGB (0xdcc3f0),
        .is_high_contrast = TRUE},
};

/**
 * gr_chart_style_init:
 *
 * Fills in the theme's colours and a font for a picture of its own; a widget then puts its own font and the
 * desktop's accents in their place.
 */
void
gr_chart_style_init (GrChartStyle *style, GrChartTheme theme)
{
  *style = themes[theme];
  g_strlcpy (style->font_family, "Cantarell, Sans", sizeof style->font_family);
  style->font_size = 12.5;
}

/**
 * gr_chart_color_with_alpha:
 *
 * Returns: @color, @alpha times as opaque.
 */
GrChartColor
gr_chart_color_with_alpha (GrChartColor color, double alpha)
{
  color.alpha *= alpha;
  return color;
}

/**
 * gr_chart_color_set:
 *
 * Makes @color the source of @cr.
 */
void
gr_chart_color_set (GrChartColor color, cairo_t *cr)
{
  cairo_set_source_rgba (cr, color.red, color.green, color.blue, color.alpha);
}
