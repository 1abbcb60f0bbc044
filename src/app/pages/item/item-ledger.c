#include "item-ledger.h"

#include "app/frame/reading.h"
#include "app/text/format.h"
#include "app/widgets/table/table.h"

#include "shop/stock/stock-view.h"

#include <glib/gi18n.h>

/* So many lines at a time. */
#define SCREEN_LINES 200

struct _GrItemLedger {
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *table;
  GtkWidget *more;

  GrShop *shop;
  gint64 item_id;
  int n_lines;
  GrPagedModel *model;
};

G_DEFINE_FINAL_TYPE (GrItemLedger, gr_item_ledger, GTK_TYPE_WIDGET)

static char *
date_text (gconstpointer row, gpointer data)
{
  return gr_format_date (((const GrLedgerRow *) row)->moved_on);
}

static char *
kind_text (gconstpointer row, gpointer data)
{
  const GrLedgerRow *line = row;

  if (line->order_number)
    return g_strdup_printf ("%s %s", gr_move_kind_title (line->kind), line->order_number);
  return g_strdup (gr_move_kind_title (line->kind));
}

static char *
reason_text (gconstpointer row, gpointer data)
{
  const GrLedgerRow *line = row;

  return g_strdup (line->reason ? line->reason : "");
}

static char *
from_text (gconstpointer row, gpointer data)
{
  return g_strdup (((const GrLedgerRow *) row)->from_name);
}

static char *
to_text (gconstpointer row, gpointer data)
{
  return g_strdup (((const GrLedgerRow *) row)->to_name);
}

static char *
change_text (gconstpointer row, gpointer data)
{
  const GrLedgerRow *line = row;
  g_autofree char *text = gr_format_qty (line->change);

  return line->change > 0 ? g_strconcat ("+", text, NULL) : g_steal_pointer (&text);
}

static char *
balance_text (gconstpointer row, gpointer data)
{
  return gr_format_qty (((const GrLedgerRow *) row)->balance);
}

static const GrTableColumn columns[] = {
    {.id = "date", .title = N_ ("Date"), .width = 100, .text = date_text},
    {.id = "kind", .title = N_ ("Type"), .width = 110, .text = kind_text, .expands = TRUE},
    {.id = "reason", .title = N_ ("Reason"), .width = 120, .rank = 2, .text = reason_text},
    {.id = "from", .title = N_ ("From"), .width = 100, .rank = 4, .text = from_text, .is_hidden = TRUE},
    {.id = "to", .title = N_ ("To"), .width = 100, .rank = 3, .text = to_text, .is_hidden = TRUE},
    {.id = "change", .title = N_ ("Change"), .width = 80, .kind = GR_CELL_NUMBER, .text = change_text},
    {.id = "balance", .title = N_ ("Stock"), .width = 80, .rank = 1, .kind = GR_CELL_NUMBER, .text = balance_text},
};

static gint64
id_of_line (gconstpointer row)
{
  return ((const GrLedgerRow *) row)->move_id;
}

static void
read_lines (GrItemLedger *self)
{
  GrLedgerCursor cursor = {0};
  g_autoptr (GError) error = NULL;
  GPtrArray *lines = gr_shop_ledger (self->shop, self->item_id, &cursor, self->n_lines, &error);

  if (!lines) {
    gr_reading_failed (self, error);
    return;
  }
  gtk_widget_set_visible (self->more, (int) lines->len >= self->n_lines);
  gr_paged_model_take_rows (self->model, lines);
}

static void
more_cb (GrItemLedger *self)
{
  self->n_lines += SCREEN_LINES;
  read_lines (self);
}

/**
 * gr_item_ledger_show_item:
 *
 * Reads the newest lines.
 */
void
gr_item_ledger_show_item (GrItemLedger *self, GrShop *shop, gint64 item_id)
{
  g_return_if_fail (GR_IS_ITEM_LEDGER (self));

  if (self->item_id != item_id)
    self->n_lines = SCREEN_LINES;
  g_set_object (&self->shop, shop);
  self->item_id = item_id;
  read_lines (self);
}

static void
gr_item_ledger_dispose (GObject *object)
{
  GrItemLedger *self = GR_ITEM_LEDGER (object);

  g_clear_object (&self->shop);
  g_clear_object (&self->model);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (gr_item_ledger_parent_class)->dispose (object);
}

static void
gr_item_ledger_class_init (GrItemLedgerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gr_item_ledger_dispose;
  g_type_ensure (GR_TYPE_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/granary/Granary/pages/item/item-ledger.ui");
  gtk_widget_class_bind_template_child (widget_class, GrItemLedger, box);
  gtk_widget_class_bind_template_child (widget_class, GrItemLedger, table);
  gtk_widget_class_bind_template_child (widget_class, GrItemLedger, more);
  gtk_widget_class_bind_template_callback (widget_class, more_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
gr_item_ledger_init (GrItemLedger *self)
{
  static const GrRowSource source = {.id_of = id_of_line, .free_row = (GDestroyNotify) gr_ledger_row_free};
  GrTable *table;

  self->n_lines = SCREEN_LINES;
  self->model = gr_paged_model_new (&source, FALSE);
  gtk_widget_init_template (GTK_WIDGET (self));
  table = GR_TABLE (self->table);
  gr_table_set_columns (table, columns, G_N_ELEMENTS (columns), self);
  gr_table_remember (table, "ledger");
  gr_table_set_empty (table, &(GrTableEmpty){"document-open-recent-symbolic", _ ("No stock changes yet"),
                                 _ ("Count the stock once: its history starts on that day."), NULL, NULL});
  gr_table_set_model (table, self->model);
}
