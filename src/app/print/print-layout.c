#include "print-layout.h"

#include "print-chart.h"
#include "print-columns.h"

#include <glib/gi18n.h>

#define ROW_PADDING  2.5 /* above and below a row, points before scaling */
#define TITLE_SPACE  2.0
#define HEAD_SPACE   8.0 /* below the title */
#define CHART_SHARE  0.5 /* of a page, where a list follows */
#define CHART_HEIGHT 0.7 /* of the chart's width, at most */

/* The rows of a page, and where the first of them stands. */
typedef struct {
  guint first;
  guint end;
} Page;

struct _GrPrintLayout {
  const GrPrintDocument *document;
  GrPrintPen pen;
  GrPrintColumns columns;
  double width;
  double height;
  double chart_height;
  double head_height; /* of the columns' heads */
  GArray *pages;      /* of Page */
  guint row;          /* the next that has no page yet */
  double y;           /* where it would stand */
  gboolean is_done;
};

static guint
n_rows (const GrPrintLayout *layout)
{
  return layout->document->table ? gr_print_table_n_rows (layout->document->table) : 0;
}

/* Where a text stands whose room begins @x from where lines begin. */
static GrPrintText
place (const GrPrintLayout *layout, GrPrintText text, double x, double width)
{
  text.x = layout->document->is_rtl ? width - x - text.width : x;
  if (layout->document->is_rtl)
    text.alignment = text.alignment == PANGO_ALIGN_LEFT ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT;
  return text;
}

/* Titles */

/* What stands at both ends of a line. */
typedef struct {
  const char *left;
  const char *right;
  GrPrintFace face;
  double y;
} Line;

/* Returns where it ends; without @cr nothing is drawn. */
static double
draw_line (GrPrintLayout *layout, cairo_t *cr, const Line *line)
{
  GrPrintFace beside = line->face == GR_PRINT_TITLE ? GR_PRINT_BOLD : line->face;
  double taken = gr_print_pen_width (&layout->pen, line->right, beside) + 1;
  double room = MAX (layout->width - taken - GR_PRINT_GAP, layout->width / 3);
  GrPrintText left = {line->left, line->face, PANGO_ALIGN_LEFT, FALSE, 0, line->y, room};
  double end = line->y + gr_print_pen_height (&layout->pen, &left);
  GrPrintText right = {
      line->right, beside, PANGO_ALIGN_RIGHT, FALSE, layout->width - taken, end - layout->pen.line_height, taken};

  left = place (layout, left, left.x, layout->width);
  right = place (layout, right, right.x, layout->width);
  if (cr) {
    gr_print_pen_draw (&layout->pen, cr, &left);
    gr_print_pen_draw (&layout->pen, cr, &right);
  }
  return end;
}

/* What the page is of: large on the first, in a line on those after it. */
static double
draw_title (GrPrintLayout *layout, cairo_t *cr, guint page)
{
  const GrPrintDocument *document = layout->document;
  Line title = {document->title, document->shop, page > 0 ? GR_PRINT_BOLD : GR_PRINT_TITLE, 0};
  Line subtitle = {document->subtitle ? document->subtitle : "", document->date, GR_PRINT_DIM, 0};
  double end = draw_line (layout, cr, &title);

  subtitle.y = end + TITLE_SPACE;
  return (page > 0 ? end : draw_line (layout, cr, &subtitle)) + HEAD_SPACE;
}

static void
draw_foot (GrPrintLayout *layout, cairo_t *cr, guint page)
{
  /* Translators: at the foot of a printed page */
  g_autofree char *text = g_strdup_printf (_ ("Page %u of %u"), page + 1, layout->pages->len);
  GrPrintText foot = {
      text, GR_PRINT_DIM, PANGO_ALIGN_RIGHT, FALSE, 0, layout->height - layout->pen.line_height, layout->width};

  foot = place (layout, foot, 0, layout->width);
  gr_print_pen_draw (&layout->pen, cr, &foot);
}

/* The list: in points before scaling */

static GrPrintText
cell_text (const GrPrintLayout *layout, guint column, const char *words, GrPrintFace face)
{
  gboolean is_number = gr_print_table_column (layout->document->table, column)->is_number;

  return (GrPrintText){.text = words,
      .face = face,
      .alignment = is_number ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT,
      .wraps = !is_number || face == GR_PRINT_BOLD,
      .width = layout->columns.widths[column]};
}

static double
measure_heads (GrPrintLayout *layout)
{
  double height = 0;

  for (guint i = 0; i < layout->columns.n; i++) {
    GrPrintText text = cell_text (layout, i, gr_print_table_column (layout->document->table, i)->title, GR_PRINT_BOLD);

    height = MAX (height, gr_print_pen_height (&layout->pen, &text));
  }
  return height + 2 * ROW_PADDING;
}

static double
measure_row (GrPrintLayout *layout, guint row)
{
  double height = layout->pen.line_height;

  for (guint i = 0; i < layout->columns.n; i++) {
    GrPrintText text = cell_text (layout, i, gr_print_table_cell (layout->document->table, row, i), GR_PRINT_PLAIN);

    height = MAX (height, gr_print_pen_height (&layout->pen, &text));
  }
  return height + 2 * ROW_PADDING;
}

static void
rule (GrPrintLayout *layout, cairo_t *cr, double y, double width, double grey)
{
  cairo_set_source_rgb (cr, grey, grey, grey);
  cairo_set_line_width (cr, width);
  cairo_move_to (cr, 0, y);
  cairo_line_to (cr, layout->width / layout->columns.scale, y);
  cairo_stroke (cr);
}

/* Heads stand at the foot of their line, so that those of one line are level with the last of those of two. */
static void
draw_heads (GrPrintLayout *layout, cairo_t *cr)
{
  double x = 0;

  for (guint i = 0; i < layout->columns.n; i++) {
    GrPrintText text = cell_text (layout, i, gr_print_table_column (layout->document->table, i)->title, GR_PRINT_BOLD);

    text = place (layout, text, x, layout->width / layout->columns.scale);
    text.y = layout->head_height - ROW_PADDING - gr_print_pen_height (&layout->pen, &text);
    gr_print_pen_draw (&layout->pen, cr, &text);
    x += text.width + GR_PRINT_GAP;
  }
  rule (layout, cr, layout->head_height, 0.8, 0.2);
}

static double
draw_row (GrPrintLayout *layout, cairo_t *cr, guint row, double y)
{
  double x = 0, end = y + measure_row (layout, row);

  for (guint i = 0; i < layout->columns.n; i++) {
    GrPrintText text = cell_text (layout, i, gr_print_table_cell (layout->document->table, row, i), GR_PRINT_PLAIN);

    text = place (layout, text, x, layout->width / layout->columns.scale);
    text.y = y + ROW_PADDING;
    if (*text.text)
      gr_print_pen_draw (&layout->pen, cr, &text);
    x += text.width + GR_PRINT_GAP;
  }
  rule (layout, cr, end, 0.3, 0.75);
  return end;
}

/* Pages */

static double
bottom (const GrPrintLayout *layout)
{
  return layout->height - 2 * layout->pen.line_height;
}

/* Where the heads of the columns begin. */
static double
top_of_list (GrPrintLayout *layout, guint page)
{
  double top = draw_title (layout, NULL, page);

  return page == 0 && layout->chart_height > 0 ? top + layout->chart_height + HEAD_SPACE : top;
}

static void
begin_page (GrPrintLayout *layout)
{
  Page page = {layout->row, layout->row};
  double top = top_of_list (layout, layout->pages->len);

  g_array_append_val (layout->pages, page);
  layout->y = top + layout->head_height * layout->columns.scale;
}

/* A row that is higher than a page stands on one of its own, cut. */
static void
put_row (GrPrintLayout *layout)
{
  Page *page = &g_array_index (layout->pages, Page, layout->pages->len - 1);
  double height = measure_row (layout, layout->row) * layout->columns.scale;

  if (layout->y + height > bottom (layout) && page->end > page->first) {
    begin_page (layout);
    page = &g_array_index (layout->pages, Page, layout->pages->len - 1);
  }
  layout->y += height;
  page->end = ++layout->row;
}

/**
 * gr_print_layout_new:
 * @document: must outlive it
 * @width: of the paper within its margins, points
 */
GrPrintLayout *
gr_print_layout_new (const GrPrintDocument *document, double width, double height)
{
  GrPrintLayout *layout = g_new0 (GrPrintLayout, 1);
  double room;

  layout->document = document;
  layout->width = width;
  layout->height = height;
  layout->columns.scale = 1;
  layout->pages = g_array_new (FALSE, FALSE, sizeof (Page));
  gr_print_pen_init (&layout->pen, document->is_rtl);
  room = bottom (layout) - draw_title (layout, NULL, 0);
  if (document->chart)
    layout->chart_height = MIN (width * CHART_HEIGHT, n_rows (layout) > 0 ? room * CHART_SHARE : room);
  if (document->table) {
    gr_print_columns_init (&layout->columns, document->table, &layout->pen, width);
    layout->head_height = measure_heads (layout);
  }
  begin_page (layout);
  return layout;
}

void
gr_print_layout_free (GrPrintLayout *layout)
{
  gr_print_pen_clear (&layout->pen);
  gr_print_columns_clear (&layout->columns);
  g_array_unref (layout->pages);
  g_free (layout);
}

/**
 * gr_print_layout_continue:
 *
 * Finds the pages of @n_rows more rows.
 *
 * Returns: whether every row has its page by now
 */
gboolean
gr_print_layout_continue (GrPrintLayout *layout, guint n)
{
  guint end = n_rows (layout) - layout->row > n ? layout->row + n : n_rows (layout);

  while (layout->row < end)
    put_row (layout);
  layout->is_done = end == n_rows (layout);
  return layout->is_done;
}

double
gr_print_layout_fraction (const GrPrintLayout *layout)
{
  return n_rows (layout) > 0 ? (double) layout->row / n_rows (layout) : 1;
}

/**
 * gr_print_layout_n_pages:
 *
 * Returns: how many pages there are, once gr_print_layout_continue() has said that it is done
 */
guint
gr_print_layout_n_pages (const GrPrintLayout *layout)
{
  g_return_val_if_fail (layout->is_done, 0);
  return layout->pages->len;
}

/**
 * gr_print_layout_draw_page:
 * @cr: in points, its origin at the margins
 * @page: from 0 on
 */
void
gr_print_layout_draw_page (GrPrintLayout *layout, cairo_t *cr, guint page)
{
  const Page *rows = &g_array_index (layout->pages, Page, page);
  double y = layout->head_height;

  g_return_if_fail (page < gr_print_layout_n_pages (layout));

  draw_title (layout, cr, page);
  if (page == 0 && layout->document->chart)
    gr_print_chart_draw (
        layout->document, cr, &(GrChartRect){0, draw_title (layout, NULL, 0), layout->width, layout->chart_height});
  if (layout->document->table) {
    cairo_save (cr);
    cairo_translate (cr, 0, top_of_list (layout, page));
    cairo_scale (cr, layout->columns.scale, layout->columns.scale);
    draw_heads (layout, cr);
    for (guint row = rows->first; row < rows->end; row++)
      y = draw_row (layout, cr, row, y);
    cairo_restore (cr);
  }
  draw_foot (layout, cr, page);
}

/**
 * gr_print_layout_wants_landscape:
 * @width: of the paper upright, within its margins
 *
 * Returns: whether the list would be hard to read there
 */
gboolean
gr_print_layout_wants_landscape (const GrPrintDocument *document, double width)
{
  GrPrintPen pen;
  double easy;

  if (!document->table)
    return document->chart != NULL;
  gr_print_pen_init (&pen, document->is_rtl);
  easy = gr_print_columns_easy (document->table, &pen);
  gr_print_pen_clear (&pen);
  return easy > width;
}
