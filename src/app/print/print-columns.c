#include "print-columns.h"

#define EASY_TEXT  120.0 /* a column of words that is broken but easily read */
#define LEAST_TEXT 64.0  /* it is not broken to less */

#define TWO_LINES 0.6  /* of its width has a title that is broken once */
#define BROADER   1.05 /* than the one with the most letters may one with fewer be */

/* Nothing is broken; long words are; titles too; as narrow as it may get. */
enum { NATURAL, TITLED, EASY, LEAST, N_WISHES };

typedef struct {
  double widths[N_WISHES];
} Wish;

static Wish
wish_of (const GrPrintColumn *column, GrPrintPen *pen)
{
  double cells = gr_print_pen_width (pen, column->longest, GR_PRINT_PLAIN) * BROADER + 1;
  double easy = column->is_number ? cells : MIN (cells, EASY_TEXT);
  double least = column->is_number ? cells : MIN (cells, LEAST_TEXT);
  double title = gr_print_pen_width (pen, column->title, GR_PRINT_BOLD) + 1;
  double word = MAX (gr_print_pen_longest_word (pen, column->title, GR_PRINT_BOLD) + 1, title * TWO_LINES);

  return (Wish){{MAX (cells, title), MAX (easy, title), MAX (easy, word), MAX (least, word)}};
}

/* Takes what is too much off every column by how much it can spare down to @wish; returns what is too much still. */
static double
squeeze (GrPrintColumns *columns, const Wish *wishes, guint wish, double excess)
{
  double spare = 0, share;

  for (guint i = 0; i < columns->n; i++)
    spare += columns->widths[i] - wishes[i].widths[wish];
  if (spare <= 0)
    return excess;
  share = MIN (excess / spare, 1);
  for (guint i = 0; i < columns->n; i++)
    columns->widths[i] -= share * (columns->widths[i] - wishes[i].widths[wish]);
  return excess - share * spare;
}

static void
expand (double *widths, const GrPrintTable *table, double rest)
{
  guint n = 0, n_columns = gr_print_table_n_columns (table);

  for (guint i = 0; i < n_columns; i++)
    n += gr_print_table_column (table, i)->expands;
  for (guint i = 0; i < n_columns && n > 0; i++)
    if (gr_print_table_column (table, i)->expands)
      widths[i] += rest / n;
}

/**
 * gr_print_columns_init:
 * @room: the paper's width
 *
 * Every column gets what its longest cell wants; where that is too much, words and titles are broken into lines; where
 * that does not do, all of it is drawn smaller. O(columns)
 */
void
gr_print_columns_init (GrPrintColumns *columns, const GrPrintTable *table, GrPrintPen *pen, double room)
{
  g_autofree Wish *wishes = NULL;
  double natural, least, excess;

  columns->n = gr_print_table_n_columns (table);
  columns->widths = g_new0 (double, columns->n + 1);
  wishes = g_new (Wish, columns->n + 1);
  natural = least = columns->n > 1 ? (columns->n - 1) * GR_PRINT_GAP : 0;
  for (guint i = 0; i < columns->n; i++) {
    wishes[i] = wish_of (gr_print_table_column (table, i), pen);
    columns->widths[i] = wishes[i].widths[NATURAL];
    natural += wishes[i].widths[NATURAL];
    least += wishes[i].widths[LEAST];
  }
  columns->scale = least > room ? room / least : 1;
  room /= columns->scale;
  excess = natural - room;
  for (guint wish = TITLED; wish < N_WISHES && excess > 0; wish++)
    excess = squeeze (columns, wishes, wish, excess);
  if (natural < room)
    expand (columns->widths, table, room - natural);
}

void
gr_print_columns_clear (GrPrintColumns *columns)
{
  g_clear_pointer (&columns->widths, g_free);
}

/**
 * gr_print_columns_easy:
 *
 * Returns: how wide the paper must be for the list to be read easily
 */
double
gr_print_columns_easy (const GrPrintTable *table, GrPrintPen *pen)
{
  guint n = gr_print_table_n_columns (table);
  double width = n > 1 ? (n - 1) * GR_PRINT_GAP : 0;

  for (guint i = 0; i < n; i++)
    width += wish_of (gr_print_table_column (table, i), pen).widths[EASY];
  return width;
}
