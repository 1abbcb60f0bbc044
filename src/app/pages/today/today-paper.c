#include "today-paper.h"

#include "app/text/format.h"
#include "app/widgets/table/table-header.h"
#include "today-kinds.h"

#include <glib/gi18n.h>

static GrBadgeFace
kind_face (gconstpointer row, gpointer shop)
{
  return gr_today_kind_face (((const GrTodayEntry *) row)->row->kind);
}

static char *
title_text (gconstpointer row, gpointer shop)
{
  return gr_today_entry_title (row);
}

/* What only this entry needs is read where it was not yet on screen; without it the sentence is the shorter one. */
static char *
sentence_text (gconstpointer row, gpointer shop)
{
  const GrTodayKindRow *kind = gr_today_kind (((const GrTodayEntry *) row)->row->kind);

  gr_today_kind_look_up ((GrTodayEntry *) row, shop, NULL);
  return kind->sentence (row, gr_shop_today (shop));
}

static char *
money_text (gconstpointer row, gpointer shop)
{
  return gr_format_money (((const GrTodayEntry *) row)->row->money, gr_shop_currency_digits (shop));
}

static char *
money_word_text (gconstpointer row, gpointer shop)
{
  return g_strdup (_ (gr_today_kind (((const GrTodayEntry *) row)->row->kind)->money_word));
}

static const GrTableColumn columns[] = {
    {.title = N_ ("Kind"), .kind = GR_CELL_BADGE, .face = kind_face},
    {.title = N_ ("What"), .text = title_text},
    {.title = N_ ("What to do"), .expands = TRUE, .text = sentence_text},
    {.title = N_ ("Value"), .kind = GR_CELL_NUMBER, .text = money_text},
    {.title = "", .text = money_word_text},
};

/**
 * gr_today_paper_new:
 *
 * Returns: (transfer full): what there is to do, in columns
 */
GrTableList *
gr_today_paper_new (GrPagedModel *model, GrShop *shop)
{
  GrTableList *list = gr_table_list_new (model, shop);

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++) {
    const char *unit = columns[i].kind == GR_CELL_NUMBER ? gr_shop_currency (shop) : NULL;
    g_autofree char *title = gr_table_header_title (&columns[i], unit);

    gr_table_list_add (list, &columns[i], title);
  }
  return list;
}
