#include "suppliers-page.h"

#include "app/frame/reading.h"
#include "new-supplier-dialog.h"
#include "supplier-card.h"
#include "app/text/format.h"
#include "app/widgets/split.h"
#include "app/widgets/table/table.h"
#include "app/frame/frame.h"

#include "shop/catalogue/supplier-view.h"

#include <glib/gi18n.h>

struct _GrSuppliersPage {
  GrPage parent_instance;

  GtkWidget *split;
  GtkWidget *table;
  GtkWidget *card;
  GrPagedModel *model;
};

G_DEFINE_FINAL_TYPE (GrSuppliersPage, gr_suppliers_page, GR_TYPE_PAGE)

/* Cells */

static char *
name_text (gconstpointer row, gpointer user_data)
{
  return g_strdup (((const GrSupplierRow *) row)->name);
}

static char *
lead_time_text (gconstpointer row, gpointer user_data)
{
  return gr_format_count (((const GrSupplierRow *) row)->lead_time_days);
}

static char *
items_text (gconstpointer row, gpointer user_data)
{
  return gr_format_count (((const GrSupplierRow *) row)->n_items);
}

static char *
orders_text (gconstpointer row, gpointer user_data)
{
  return gr_format_count (((const GrSupplierRow *) row)->n_open_orders);
}

static char *
money_text (GrPage *page, GrMoney money)
{
  GrShop *shop = gr_page_get_shop (page);

  return gr_format_money (money, shop ? gr_shop_currency_digits (shop) : 2);
}

static char *
open_value_text (gconstpointer row, gpointer user_data)
{
  return money_text (user_data, ((const GrSupplierRow *) row)->open_value);
}

static char *
suggested_text (gconstpointer row, gpointer user_data)
{
  return money_text (user_data, ((const GrSupplierRow *) row)->suggested_value);
}

static const GrTableColumn columns[] = {
    {.id = "name", .title = N_ ("Supplier"), .width = 160, .expands = TRUE, .is_sortable = TRUE, .text = name_text},
    {.id = "lead-time",
        .title = N_ ("Lead time"),
        .unit = N_ ("days"),
        .width = 124,
        .rank = 3,
        .kind = GR_CELL_NUMBER,
        .is_sortable = TRUE,
        .text = lead_time_text,
        .tooltip = N_ ("Days from sending an order to receiving the goods")},
    {.id = "items",
        .title = N_ ("Items"),
        .width = 72,
        .rank = 5,
        .kind = GR_CELL_NUMBER,
        .is_sortable = TRUE,
        .text = items_text},
    {.id = "orders",
        .title = N_ ("Open orders"),
        .width = 104,
        .rank = 4,
        .kind = GR_CELL_NUMBER,
        .is_sortable = TRUE,
        .text = orders_text},
    {.id = "open-value",
        .title = N_ ("Outstanding"),
        .width = 122,
        .rank = 2,
        .kind = GR_CELL_NUMBER,
        .is_sortable = TRUE,
        .text = open_value_text,
        .tooltip = N_ ("Ordered and not received yet, at the orders’ prices")},
    {.id = "suggested",
        .title = N_ ("To order"),
        .width = 122,
        .rank = 1,
        .kind = GR_CELL_NUMBER,
        .is_sortable = TRUE,
        .text = suggested_text,
        .tooltip = N_ ("What the plan suggests ordering there next")},
};

/* Sorting */

typedef struct {
  const char *column;
  gboolean is_descending;
} Sort;

static int
compare_by (const char *column, const GrSupplierRow *a, const GrSupplierRow *b)
{
  gint64 difference = 0;

  if (g_str_equal (column, "lead-time"))
    difference = a->lead_time_days - b->lead_time_days;
  else if (g_str_equal (column, "items"))
    difference = a->n_items - b->n_items;
  else if (g_str_equal (column, "orders"))
    difference = a->n_open_orders - b->n_open_orders;
  else if (g_str_equal (column, "open-value"))
    difference = a->open_value - b->open_value;
  else if (g_str_equal (column, "suggested"))
    difference = a->suggested_value - b->suggested_value;
  else
    return g_utf8_collate (a->name, b->name);
  return (difference > 0) - (difference < 0);
}

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Sort *sort = user_data;
  int order = compare_by (sort->column, *(const GrSupplierRow *const *) a, *(const GrSupplierRow *const *) b);

  return sort->is_descending ? -order : order;
}

/* The list */

static void
set_empty (GrSuppliersPage *self)
{
  if (*gr_page_get_search (GR_PAGE (self)))
    gr_table_set_empty (GR_TABLE (self->table), &(GrTableEmpty){"system-search-symbolic", _ ("Nothing found"),
                                                    _ ("No supplier matches the search."), NULL, NULL});
  else
    gr_table_set_empty (GR_TABLE (self->table),
        &(GrTableEmpty){"gr-suppliers-symbolic", _ ("No suppliers yet"),
            _ ("Import your suppliers, or add the first one yourself."), _ ("New supplier"), "win.act"});
}

static void
show_list (GrSuppliersPage *self)
{
  GrShop *shop = gr_page_get_shop (GR_PAGE (self));
  const char *search = gr_page_get_search (GR_PAGE (self));
  g_autoptr (GError) error = NULL;
  GPtrArray *rows;
  Sort sort;

  if (!shop)
    return;
  rows = gr_shop_suppliers (shop, *search ? search : NULL, &error);
  if (!rows) {
    gr_reading_failed (self, error);
    return;
  }
  sort.column = gr_table_get_sort (GR_TABLE (self->table), &sort.is_descending);
  if (sort.column)
    g_ptr_array_sort_with_data (rows, compare_rows, &sort);
  set_empty (self);
  gtk_widget_set_visible (self->card, *search || rows->len > 0);
  gr_paged_model_take_rows (self->model, rows);
  if (gr_paged_model_get_selected (self->model) == 0 && g_list_model_get_n_items (G_LIST_MODEL (self->model)) > 0)
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->model), 0, TRUE);
}

static void
show_selected (GrSuppliersPage *self)
{
  gint64 id = gr_paged_model_get_selected (self->model);

  if (!gr_split_is_split (GR_SPLIT (self->split)) || id == 0)
    gr_supplier_card_clear (GR_SUPPLIER_CARD (self->card));
  else
    gr_supplier_card_show (GR_SUPPLIER_CARD (self->card), gr_page_get_shop (GR_PAGE (self)), id);
}

static void
gr_suppliers_page_shop_set (GrPage *page)
{
  GrSuppliersPage *self = GR_SUPPLIERS_PAGE (page);
  GrShop *shop = gr_page_get_shop (page);

  gr_supplier_card_clear (GR_SUPPLIER_CARD (self->card));
  gr_paged_model_clear (self->model);
  if (!shop)
    return;
  gr_table_set_unit (GR_TABLE (self->table), "open-value", gr_shop_currency (shop));
  gr_table_set_unit (GR_TABLE (self->table), "suggested", gr_shop_currency (shop));
}

static void
gr_suppliers_page_refresh (GrPage *page, GrNouns what)
{
  GrSuppliersPage *self = GR_SUPPLIERS_PAGE (page);
  gint64 before = gr_paged_model_get_selected (self->model);

  show_list (self);
  if (before == gr_paged_model_get_selected (self->model))
    gr_supplier_card_refresh (GR_SUPPLIER_CARD (self->card));
}

static void
gr_suppliers_page_search (GrPage *page, const char *text)
{
  show_list (GR_SUPPLIERS_PAGE (page));
}

static void
gr_suppliers_page_act (GrPage *page)
{
  gr_new_supplier_dialog_present (gr_frame_of (page));
}

static void
activated_cb (GrSuppliersPage *self, gint64 supplier_id)
{
  gr_frame_show_supplier (gr_frame_of (self), supplier_id);
}

static void
gr_suppliers_page_dispose (GObject *object)
{
  g_clear_object (&GR_SUPPLIERS_PAGE (object)->model);
  G_OBJECT_CLASS (gr_suppliers_page_parent_class)->dispose (object);
}

static void
gr_suppliers_page_class_init (GrSuppliersPageClass *klass)
{
  GrPageClass *page_class = GR_PAGE_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gr_suppliers_page_dispose;
  page_class->shop_set = gr_suppliers_page_shop_set;
  page_class->refresh = gr_suppliers_page_refresh;
  page_class->search = gr_suppliers_page_search;
  page_class->act = gr_suppliers_page_act;

  g_type_ensure (GR_TYPE_SPLIT);
  g_type_ensure (GR_TYPE_SUPPLIER_CARD);
  g_type_ensure (GR_TYPE_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/granary/Granary/pages/suppliers/suppliers-page.ui");
  gtk_widget_class_bind_template_child (widget_class, GrSuppliersPage, split);
  gtk_widget_class_bind_template_child (widget_class, GrSuppliersPage, table);
  gtk_widget_class_bind_template_child (widget_class, GrSuppliersPage, card);
  gtk_widget_class_bind_template_callback (widget_class, show_list);
  gtk_widget_class_bind_template_callback (widget_class, show_selected);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static gint64
id_of_row (gconstpointer row)
{
  return ((const GrSupplierRow *) row)->supplier_id;
}

static void
gr_suppliers_page_init (GrSuppliersPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->model =
      gr_paged_model_new (&(GrRowSource){.id_of = id_of_row, .free_row = (GDestroyNotify) gr_supplier_row_free}, FALSE);
  g_signal_connect_object (self->model, "selected", G_CALLBACK (show_selected), self, G_CONNECT_SWAPPED);
  gr_table_set_columns (GR_TABLE (self->table), columns, G_N_ELEMENTS (columns), self);
  gr_table_remember (GR_TABLE (self->table), "suppliers");
  gr_table_set_model (GR_TABLE (self->table), self->model);
}
