#include "stock-page.h"

#include "app/frame/reading.h"
#include "new-item-dialog.h"
#include "app/pages/item/item-view.h"
#include "app/models/stock-question.h"
#include "stock-columns.h"
#include "app/widgets/banner.h"
#include "app/widgets/family-choice.h"
#include "app/widgets/health-chips.h"
#include "app/widgets/split.h"
#include "app/widgets/table/table.h"
#include "app/frame/frame.h"
#include "app/widgets/access/voice.h"

#include "shop/stock/stock-view.h"

#include <glib/gi18n.h>

#define SHOW_DETAIL_MS 120

struct _GrStockPage {
  GrPage parent_instance;

  GtkWidget *split;
  GtkWidget *chips;
  GtkWidget *filter;
  GtkWidget *family;
  GtkWidget *location;
  GtkWidget *similar; /* says that nothing is called so */
  GtkWidget *table;
  GtkWidget *view;

  GrShop *shop; /* of the cells */
  GrPagedModel *model;
  GArray *family_ids;        /* of @family, after "all" */
  GArray *location_ids;      /* of @location, after "all" */
  GrStockQuestion *question; /* asked last and not answered yet */
  gboolean is_filling;
  gint64 wanted_id; /* to be selected once it is in the list */
  guint detail_id;
};

G_DEFINE_FINAL_TYPE (GrStockPage, gr_stock_page, GR_TYPE_PAGE)

static GPtrArray *
fetch_rows (GrShop *shop, const gint64 *ids, gsize n, gpointer data, GError **error)
{
  GrStockPage *self = data;
  guint location = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->location));
  gint64 location_id = location > 0 && location <= self->location_ids->len
                           ? g_array_index (self->location_ids, gint64, location - 1)
                           : 0;

  return gr_shop_stock_rows (shop, ids, n, location_id, error);
}

static gint64
id_of_row (gconstpointer row)
{
  return ((const GrStockRow *) row)->item_id;
}

/* What is asked for now; @search is borrowed. */
static GrStockFilter
read_filter (GrStockPage *self)
{
  GrStockFilter filter = GR_STOCK_FILTER_ALL;
  guint location = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->location));
  const char *search = gr_page_get_search (GR_PAGE (self));

  filter.search = *search ? search : NULL;
  filter.family_id = gr_family_choice_get (GTK_DROP_DOWN (self->family), self->family_ids);
  if (location > 0 && location <= self->location_ids->len)
    filter.location_id = g_array_index (self->location_ids, gint64, location - 1);
  filter.health = gr_chips_get_chosen (GR_CHIPS (self->chips));
  filter.sort = gr_stock_column_sort (gr_table_get_sort (GR_TABLE (self->table), &filter.is_descending));
  return filter;
}

static gboolean
is_filtered (GrStockPage *self)
{
  GrStockFilter filter = read_filter (self);

  return filter.search || filter.health != GR_HEALTH_CHIP_ALL || filter.family_id || filter.location_id;
}

static void
set_empty (GrStockPage *self)
{
  if (is_filtered (self))
    gr_table_set_empty (GR_TABLE (self->table),
        &(GrTableEmpty){"system-search-symbolic", _ ("Nothing found"), _ ("No item matches the search and filters."),
            _ ("Show all items"), "page.show-all"});
  else
    gr_table_set_empty (GR_TABLE (self->table),
        &(GrTableEmpty){"gr-stock-symbolic", _ ("No items yet"),
            _ ("Import your item list, or drop the file onto this window."), _ ("Import…"), "win.import::"});
}

static void
ask_question (GrStockPage *self, gboolean wants_totals, gboolean is_same_list)
{
  GrIdQuestion question = {gr_stock_question_find, NULL, gr_stock_question_unref, is_same_list};
  GrStockFilter filter;
  gboolean still_wants_totals = self->question && self->question->wants_totals;

  if (!self->shop || self->is_filling)
    return;
  filter = read_filter (self);
  g_clear_pointer (&self->question, gr_stock_question_unref);
  self->question = gr_stock_question_new (&filter, wants_totals || still_wants_totals);
  set_empty (self);
  question.query = gr_stock_question_ref (self->question);
  gr_paged_model_query (self->model, self->shop, &question);
}

static void
ask (GrStockPage *self)
{
  ask_question (self, FALSE, FALSE);
}

/* A filter that is set is seen without opening it. */
static void
show_filter (GrStockPage *self)
{
  GtkStringObject *family = gtk_drop_down_get_selected_item (GTK_DROP_DOWN (self->family));
  GtkStringObject *location = gtk_drop_down_get_selected_item (GTK_DROP_DOWN (self->location));
  gboolean has_family = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->family)) > 0;
  gboolean has_location = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->location)) > 0;
  GString *text = g_string_new (NULL);

  if (family && has_family)
    g_string_append (text, gtk_string_object_get_string (family));
  if (location && has_location)
    g_string_append_printf (text, "%s%s", text->len ? " · " : "", gtk_string_object_get_string (location));
  if (text->len)
    gtk_menu_button_set_label (GTK_MENU_BUTTON (self->filter), text->str);
  else
    gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->filter), "gr-filter-symbolic");
  g_string_free (text, TRUE);
}

static void
ask_and_count (GrStockPage *self)
{
  if (self->is_filling)
    return;
  show_filter (self);
  ask_question (self, TRUE, FALSE);
}

/* What is on hand is what lies in the chosen place. */
static void
location_chosen_cb (GrStockPage *self)
{
  gr_paged_model_refresh (self->model);
  ask_and_count (self);
}

static gboolean
show_detail_cb (gpointer data)
{
  GrStockPage *self = data;
  gint64 id = gr_paged_model_get_selected (self->model);

  self->detail_id = 0;
  if (!gr_split_is_split (GR_SPLIT (self->split)))
    return G_SOURCE_REMOVE;
  if (id != 0 && self->shop)
    gr_item_view_show_item (GR_ITEM_VIEW (self->view), self->shop, id);
  else
    gr_item_view_clear (GR_ITEM_VIEW (self->view));
  return G_SOURCE_REMOVE;
}

/* Somebody who walks down the list with the arrow key is not held up. */
static void
show_detail_soon (GrStockPage *self)
{
  g_clear_handle_id (&self->detail_id, g_source_remove);
  self->detail_id = g_timeout_add (SHOW_DETAIL_MS, show_detail_cb, self);
}

/* What was not written as it was searched for is not passed off as found. */
static void
show_similar (GrStockPage *self)
{
  g_autofree char *text = NULL;

  if (!self->question->totals.is_similar) {
    gr_banner_hide (GR_BANNER (self->similar));
    return;
  }
  text = g_strdup_printf (_ ("Nothing is called “%s”. Similar items are shown."), self->question->filter.search);
  gr_banner_show_text (GR_BANNER (self->similar), text, NULL);
}

static void
loaded_cb (GrStockPage *self)
{
  if (self->question && self->question->wants_totals) {
    gr_health_chips_count (GR_CHIPS (self->chips), &self->question->totals);
    show_similar (self);
  }
  g_clear_pointer (&self->question, gr_stock_question_unref);
  gtk_widget_set_visible (self->view, is_filtered (self) || g_list_model_get_n_items (G_LIST_MODEL (self->model)) > 0);
  if (self->wanted_id != 0 && gr_paged_model_select (self->model, self->wanted_id))
    gr_table_scroll_to (GR_TABLE (self->table), self->wanted_id);
  else if (gr_paged_model_get_selected (self->model) == 0)
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->model), 0, TRUE);
  self->wanted_id = 0;
}

static void
activated_cb (GrStockPage *self, gint64 id)
{
  GrFrame *frame = gr_frame_of (self);

  if (frame)
    gr_frame_show_item (frame, id);
}

static void
fill_locations (GrStockPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) locations = gr_shop_locations (self->shop, &error);
  g_autoptr (GtkStringList) names = gtk_string_list_new ((const char *const[]){_ ("All locations"), NULL});
  guint chosen = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->location));

  if (!locations)
    gr_reading_failed (self, error);
  g_array_set_size (self->location_ids, 0);
  for (guint i = 0; locations && i < locations->len; i++) {
    const GrLocation *location = g_ptr_array_index (locations, i);

    gtk_string_list_append (names, location->name);
    g_array_append_val (self->location_ids, location->id);
  }
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->location), G_LIST_MODEL (names));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->location), chosen <= self->location_ids->len ? chosen : 0);
  gtk_widget_set_visible (self->location, self->location_ids->len > 1);
}

static void
shop_set (GrPage *page)
{
  GrStockPage *self = GR_STOCK_PAGE (page);

  g_set_object (&self->shop, gr_page_get_shop (page));
  g_clear_pointer (&self->question, gr_stock_question_unref);
  gr_item_view_clear (GR_ITEM_VIEW (self->view));
  gr_paged_model_clear (self->model);
  gr_page_set_act (page, self->shop ? _ ("New item") : NULL, TRUE);
  if (self->shop)
    gr_table_set_unit (GR_TABLE (self->table), "value", gr_shop_currency (self->shop));
}

static void
refresh (GrPage *page, GrNouns what)
{
  GrStockPage *self = GR_STOCK_PAGE (page);

  self->is_filling = TRUE;
  if (what & GR_NOUN_ITEMS)
    gr_family_choice_fill (GTK_DROP_DOWN (self->family), self->family_ids, self->shop);
  if (what & GR_NOUN_STOCK)
    fill_locations (self);
  self->is_filling = FALSE;
  show_filter (self);
  gr_paged_model_refresh (self->model);
  ask_question (self, TRUE, TRUE);
  gr_item_view_refresh (GR_ITEM_VIEW (self->view));
}

static void
search (GrPage *page, const char *text)
{
  ask_and_count (GR_STOCK_PAGE (page));
}

static gboolean
open_item (GrPage *page, gint64 id)
{
  GrStockPage *self = GR_STOCK_PAGE (page);

  self->wanted_id = id;
  if (gr_paged_model_is_loaded (self->model))
    loaded_cb (self);
  return TRUE;
}

static void
act (GrPage *page)
{
  GrFrame *frame = gr_frame_of (page);

  if (frame)
    gr_new_item_dialog_present (frame);
}

static void
show_all_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GrStockPage *self = GR_STOCK_PAGE (widget);
  GrFrame *frame = gr_frame_of (widget);

  self->is_filling = TRUE;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->family), 0);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->location), 0);
  gr_chips_choose (GR_CHIPS (self->chips), GR_HEALTH_CHIP_ALL);
  if (frame)
    gr_frame_clear_search (frame);
  self->is_filling = FALSE;
  ask_and_count (self);
}

static void
why_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gr_item_view_toggle_why (GR_ITEM_VIEW (GR_STOCK_PAGE (widget)->view));
}

static void
gr_stock_page_dispose (GObject *object)
{
  GrStockPage *self = GR_STOCK_PAGE (object);

  g_clear_handle_id (&self->detail_id, g_source_remove);
  if (self->model)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_clear_object (&self->shop);
  G_OBJECT_CLASS (gr_stock_page_parent_class)->dispose (object);
  g_clear_object (&self->model);
}

static void
gr_stock_page_finalize (GObject *object)
{
  GrStockPage *self = GR_STOCK_PAGE (object);

  g_clear_pointer (&self->question, gr_stock_question_unref);
  g_array_unref (self->family_ids);
  g_array_unref (self->location_ids);
  G_OBJECT_CLASS (gr_stock_page_parent_class)->finalize (object);
}

static gboolean
go_back (GrPage *page)
{
  return gr_item_view_close_why (GR_ITEM_VIEW (GR_STOCK_PAGE (page)->view));
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, GrStockPage, split);
  gtk_widget_class_bind_template_child (widget_class, GrStockPage, chips);
  gtk_widget_class_bind_template_child (widget_class, GrStockPage, similar);
  gtk_widget_class_bind_template_child (widget_class, GrStockPage, filter);
  gtk_widget_class_bind_template_child (widget_class, GrStockPage, family);
  gtk_widget_class_bind_template_child (widget_class, GrStockPage, location);
  gtk_widget_class_bind_template_child (widget_class, GrStockPage, table);
  gtk_widget_class_bind_template_child (widget_class, GrStockPage, view);
  gtk_widget_class_bind_template_callback (widget_class, ask);
  gtk_widget_class_bind_template_callback (widget_class, ask_and_count);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, location_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_detail_soon);
}

static void
gr_stock_page_class_init (GrStockPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GrPageClass *page_class = GR_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gr_stock_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = gr_stock_page_finalize;
  page_class->shop_set = shop_set;
  page_class->refresh = refresh;
  page_class->search = search;
  page_class->open = open_item;
  page_class->act = act;
  page_class->go_back = go_back;

  g_type_ensure (GR_TYPE_BANNER);
  g_type_ensure (GR_TYPE_CHIPS);
  g_type_ensure (GR_TYPE_ITEM_VIEW);
  g_type_ensure (GR_TYPE_SPLIT);
  g_type_ensure (GR_TYPE_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/granary/Granary/pages/stock/stock-page.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "page.show-all", NULL, show_all_cb);
  gtk_widget_class_install_action (widget_class, "page.why", NULL, why_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_ALT_MASK, "page.why", NULL);
}

static void
gr_stock_page_init (GrStockPage *self)
{
  GrRowSource source = {fetch_rows, id_of_row, (GDestroyNotify) gr_stock_row_free, self};
  gsize n;
  const GrTableColumn *columns = gr_stock_columns (&n);

  self->family_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->location_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->model = gr_paged_model_new (&source, FALSE);
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gr_voice_give (GTK_WIDGET (self));
  gr_health_chips_add_all (GR_CHIPS (self->chips));
  gr_health_chips_add_healths (GR_CHIPS (self->chips));
  gr_table_set_columns (GR_TABLE (self->table), columns, n, &self->shop);
  gr_table_remember (GR_TABLE (self->table), "stock");
  gr_table_set_model (GR_TABLE (self->table), self->model);
  g_signal_connect_object (self->model, "loaded", G_CALLBACK (loaded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "selected", G_CALLBACK (show_detail_soon), self, G_CONNECT_SWAPPED);
  self->is_filling = FALSE;
}
