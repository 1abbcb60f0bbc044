#include "new-item-dialog.h"

#include "app/frame/reading.h"
#include "app/text/packs.h"
#include "app/text/parse-amount.h"
#include "app/widgets/decimal-key.h"
#include "app/widgets/typing/name-row.h"
#include "app/widgets/scan-keys.h"
#include "app/widgets/access/voice.h"

#include "shop/catalogue/add-item.h"
#include "shop/catalogue/supplier-view.h"
#include "shop/stock/stock-view.h"

#include <glib/gi18n.h>

typedef enum {
  FIELD_DESCRIPTION,
  FIELD_CODE,
  FIELD_SUPPLIER,
  FIELD_COST,
  FIELD_BARCODE,
  FIELD_ON_HAND,
  FIELD_PRICE,
  FIELD_FAMILY,
  FIELD_UNIT,
  FIELD_LEAD_TIME,
  FIELD_PACK,
  FIELD_MINIMUM,
  N_FIELDS
} Field;

/* First what the first order needs, so that few keys reach it; last the supplier's terms. */
enum { GROUP_NEEDED, GROUP_KNOWN, GROUP_TERMS, N_GROUPS };

static const struct {
  int group;
  const char *title;
  const char *new_word; /* of what is typed or chosen */
  gboolean is_number;
} fields[N_FIELDS] = {
    [FIELD_DESCRIPTION] = {GROUP_NEEDED, N_ ("Description"), NULL},
    [FIELD_CODE] = {GROUP_NEEDED, N_ ("Item code"), NULL},
    [FIELD_SUPPLIER] = {GROUP_NEEDED, N_ ("Supplier"), N_ ("new supplier")},
    [FIELD_COST] = {GROUP_NEEDED, N_ ("Purchase price"), NULL, TRUE},
    [FIELD_BARCODE] = {GROUP_KNOWN, N_ ("Barcode"), NULL},
    [FIELD_ON_HAND] = {GROUP_KNOWN, N_ ("On hand now"), NULL, TRUE},
    [FIELD_PRICE] = {GROUP_KNOWN, N_ ("Selling price"), NULL, TRUE},
    [FIELD_FAMILY] = {GROUP_KNOWN, N_ ("Family"), N_ ("new family")},
    [FIELD_UNIT] = {GROUP_KNOWN, N_ ("Unit"), NULL},
    [FIELD_LEAD_TIME] = {GROUP_TERMS, N_ ("Lead time in days (empty: the supplier’s)"), NULL, TRUE},
    [FIELD_PACK] = {GROUP_TERMS, N_ ("Pack size"), NULL, TRUE},
    [FIELD_MINIMUM] = {GROUP_TERMS, N_ ("Minimum quantity"), NULL, TRUE},
};

struct _GrNewItemDialog {
  AdwWindow parent_instance;

  GtkWidget *groups[N_GROUPS];
  GtkWidget *rows[N_FIELDS];
  GtkWidget *message;
  GtkWidget *create;
  GrFrame *frame;
};

G_DEFINE_FINAL_TYPE (GrNewItemDialog, gr_new_item_dialog, ADW_TYPE_WINDOW)

/* What is typed, and the item that it makes. */
typedef struct {
  char *texts[N_FIELDS];
  GrItem *item;
  GrNewItem new_item;
  Field fault; /* the first one that is wrong */
} Typed;

static void
clear_typed (Typed *typed)
{
  for (Field field = 0; field < N_FIELDS; field++)
    g_free (typed->texts[field]);
  g_clear_pointer (&typed->item, gr_item_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Typed, clear_typed)

/* An empty field says nothing: the number stays as it is. */
static gboolean
read_amount (Typed *typed, Field field, const GrAmountRule *rule, gint64 *number, GError **error)
{
  typed->fault = field;
  return !*typed->texts[field] || gr_parse_amount (typed->texts[field], rule, number, error);
}

static gboolean
read_quantity (Typed *typed, Field field, const GrPack *pack, GrQty *qty, GError **error)
{
  typed->fault = field;
  return !*typed->texts[field] || gr_parse_packs (typed->texts[field], pack, NULL, qty, error);
}

static gboolean
read_numbers (Typed *typed, const char *currency, GError **error)
{
  const GrAmountRule price = {.digits = GR_PRICE_DIGITS, .unit = currency};
  const GrAmountRule days_rule = {.digits = 0, .unit = _ ("d|day|days")};
  GrNewItem *new_item = &typed->new_item;
  gint64 days = new_item->lead_time_days;
  GrPack pack = {0, typed->item->unit};

  if (!read_amount (typed, FIELD_COST, &price, &typed->item->unit_cost, error) ||
      !read_amount (typed, FIELD_PRICE, &price, &typed->item->unit_price, error) ||
      !read_amount (typed, FIELD_LEAD_TIME, &days_rule, &days, error) ||
      !read_quantity (typed, FIELD_PACK, &pack, &new_item->order_multiple, error))
    return FALSE;
  new_item->lead_time_days = (int) CLAMP (days, G_MININT, G_MAXINT);
  pack.size = new_item->order_multiple;
  return read_quantity (typed, FIELD_MINIMUM, &pack, &new_item->minimum_order_qty, error) &&
         read_quantity (typed, FIELD_ON_HAND, &pack, &new_item->opening_stock, error);
}

/* The slot of a text that is not empty. */
static void
take_text (char **slot, const char *text)
{
  if (!*text)
    return;
  g_free (*slot);
  *slot = g_strdup (text);
}

static const char *
or_nothing (const char *text)
{
  return *text ? text : NULL;
}

/* The barcode last, so that it is known whether that or the rest is wrong. */
static gboolean
check (GrShop *shop, Typed *typed, GError **error)
{
  GrNewItem without = typed->new_item;

  typed->fault = FIELD_CODE;
  without.barcode = NULL;
  if (!gr_shop_check_new_item (shop, &without, error))
    return FALSE;
  typed->fault = FIELD_BARCODE;
  return gr_shop_check_new_item (shop, &typed->new_item, error);
}

static gboolean
read_typed (GrNewItemDialog *self, Typed *typed, GError **error)
{
  GrShop *shop = gr_frame_get_shop (self->frame);

  for (Field field = 0; field < N_FIELDS; field++)
    typed->texts[field] = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->rows[field]))));
  typed->item = gr_item_new();
  take_text (&typed->item->code, typed->texts[FIELD_CODE]);
  take_text (&typed->item->description, typed->texts[FIELD_DESCRIPTION]);
  take_text (&typed->item->family, typed->texts[FIELD_FAMILY]);
  take_text (&typed->item->unit, typed->texts[FIELD_UNIT]);
  typed->new_item = GR_NEW_ITEM (typed->item);
  typed->new_item.supplier = or_nothing (typed->texts[FIELD_SUPPLIER]);
  typed->new_item.barcode = or_nothing (typed->texts[FIELD_BARCODE]);
  return read_numbers (typed, gr_shop_currency (shop), error) && check (shop, typed, error);
}

/* The draft outlives the program: it is kept until the item is made or the dialog cancelled. */
static void
keep_draft (GrNewItemDialog *self)
{
  GString *draft = g_string_new (NULL);

  for (Field field = 0; field < N_FIELDS; field++)
    g_string_append_printf (draft, "%s%s", field ? "\t" : "", gtk_editable_get_text (GTK_EDITABLE (self->rows[field])));
  gr_settings_set_string (gr_frame_get_settings (self->frame), "item-draft", draft->str);
  g_string_free (draft, TRUE);
}

static void
recall_draft (GrNewItemDialog *self)
{
  g_autofree char *draft = gr_settings_get_string (gr_frame_get_settings (self->frame), "item-draft");
  g_auto (GStrv) texts = g_strsplit (draft, "\t", -1);

  for (Field field = 0; field < N_FIELDS && texts[field]; field++)
    gtk_editable_set_text (GTK_EDITABLE (self->rows[field]), texts[field]);
}

/* What is not written yet is no fault; what is written and can't be is one, and its field says so. */
static void
say (GrNewItemDialog *self, const Typed *typed, const GError *error)
{
  gboolean is_wrong = error && *typed->texts[typed->fault];

  for (Field field = 0; field < N_FIELDS; field++)
    if (is_wrong && field == typed->fault)
      gtk_widget_add_css_class (self->rows[field], "error");
    else
      gtk_widget_remove_css_class (self->rows[field], "error");
  gtk_label_set_text (GTK_LABEL (self->message), error ? error->message : "");
  gtk_widget_set_visible (self->message, error != NULL);
  gtk_widget_add_css_class (self->message, is_wrong ? "error" : "dim-label");
  gtk_widget_remove_css_class (self->message, is_wrong ? "dim-label" : "error");
  gtk_widget_set_sensitive (self->create, error == NULL);
}

static void
changed_cb (GrNewItemDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_auto (Typed) typed = {0};

  if (!self->frame)
    return;
  read_typed (self, &typed, &error);
  gtk_widget_set_sensitive (self->groups[GROUP_TERMS], *typed.texts[FIELD_SUPPLIER] != '\0');
  say (self, &typed, error);
  keep_draft (self);
}

/* Enter where something is lacking goes there. */
static void
entered_cb (GrNewItemDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_auto (Typed) typed = {0};

  if (!read_typed (self, &typed, &error))
    gtk_widget_grab_focus (self->rows[typed.fault]);
}

static void
cancel_cb (GrNewItemDialog *self)
{
  gr_settings_set_string (gr_frame_get_settings (self->frame), "item-draft", "");
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
create_cb (GrNewItemDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_auto (Typed) typed = {0};
  g_autoptr (GrFrame) frame = g_object_ref (self->frame);
  gint64 id = 0;

  if (read_typed (self, &typed, &error))
    id = gr_shop_add_item (gr_frame_get_shop (frame), &typed.new_item, &error);
  if (id == 0) {
    say (self, &typed, error);
    return;
  }
  cancel_cb (self);
  gr_frame_offer_undo (frame, NULL);
  gr_frame_show_item (frame, id);
}

/* What a scanner reads off the goods is their barcode, wherever the cursor is. */
static void
scanned_cb (GtkWindow *window, const char *code)
{
  gtk_editable_set_text (GTK_EDITABLE (GR_NEW_ITEM_DIALOG (window)->rows[FIELD_BARCODE]), code);
}

static void
gr_new_item_dialog_class_init (GrNewItemDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const char *const groups[N_GROUPS] = {"needed", "known", "terms"};

  gtk_widget_class_set_template_from_resource (widget_class, "/org/granary/Granary/pages/stock/new-item-dialog.ui");
  for (gsize i = 0; i < N_GROUPS; i++)
    gtk_widget_class_bind_template_child_full (widget_class, groups[i], FALSE,
        G_STRUCT_OFFSET (GrNewItemDialog, groups) + (gssize) (i * sizeof (GtkWidget *)));
  gtk_widget_class_bind_template_child (widget_class, GrNewItemDialog, message);
  gtk_widget_class_bind_template_child (widget_class, GrNewItemDialog, create);
  gtk_widget_class_bind_template_callback (widget_class, create_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
gr_new_item_dialog_init (GrNewItemDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (Field field = 0; field < N_FIELDS; field++) {
    const char *title = _ (fields[field].title);
    GtkWidget *row = fields[field].new_word ? gr_name_row_new (title, _ (fields[field].new_word))
                                            : g_object_new (ADW_TYPE_ENTRY_ROW, "title", title, NULL);

    g_object_set (row, "activates-default", TRUE, NULL);
    g_signal_connect_object (row, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
    g_signal_connect_object (row, "entry-activated", G_CALLBACK (entered_cb), self, G_CONNECT_SWAPPED);
    if (fields[field].is_number)
      gr_decimal_key_add (GTK_EDITABLE (row));
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->groups[fields[field].group]), row);
    self->rows[field] = row;
  }
  gr_voice_give (GTK_WIDGET (self));
  gr_scan_keys_attach (GTK_WINDOW (self), scanned_cb);
}

static void
offer_families (GrNewItemDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) families = gr_shop_families (gr_frame_get_shop (self->frame), &error);
  g_autoptr (GPtrArray) names = g_ptr_array_new();

  if (!families)
    gr_reading_failed (self, error);
  for (guint i = 0; families && i < families->len; i++)
    g_ptr_array_add (names, ((GrFamily *) families->pdata[i])->name);
  g_ptr_array_add (names, NULL);
  gr_name_row_set_names (GR_NAME_ROW (self->rows[FIELD_FAMILY]), (const char *const *) names->pdata);
}

static void
offer_suppliers (GrNewItemDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) names = gr_shop_supplier_names (gr_frame_get_shop (self->frame), &error);

  if (!names)
    gr_reading_failed (self, error);
  else
    gr_name_row_set_names (GR_NAME_ROW (self->rows[FIELD_SUPPLIER]), (const char *const *) names);
}

/**
 * gr_new_item_dialog_present:
 *
 * Asks for a new item and what its first order needs, makes it and shows it. What was typed before a crash is there
 * again.
 */
void
gr_new_item_dialog_present (GrFrame *frame)
{
  GrNewItemDialog *self = g_object_new (GR_TYPE_NEW_ITEM_DIALOG, "transient-for", gr_frame_get_window (frame), NULL);

  gtk_editable_set_text (GTK_EDITABLE (self->rows[FIELD_UNIT]), _ ("pcs"));
  self->frame = frame;
  recall_draft (self);
  offer_families (self);
  offer_suppliers (self);
  changed_cb (self);
  gtk_widget_grab_focus (self->rows[FIELD_DESCRIPTION]);
  gtk_window_present (GTK_WINDOW (self));
}
