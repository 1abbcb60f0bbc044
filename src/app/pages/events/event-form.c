#include "event-form.h"

#include "app/frame/reading.h"
#include "app/text/format.h"
#include "app/text/parse-amount.h"
#include "app/text/parse-day.h"
#include "app/widgets/decimal-key.h"
#include "app/widgets/item-search.h"
#include "app/widgets/scan-keys.h"
#include "app/widgets/access/voice.h"

#include "domain/base/error.h"
#include "shop/catalogue/item-card.h"
#include "shop/forecasting/known-events.h"
#include "shop/stock/stock-view.h"

#include <glib/gi18n.h>

/**
 * GrEventForm:
 *
 * Asks for a new event, or for what is to change about one.
 */
struct _GrEventForm {
  AdwWindow parent_instance;

  GtkWidget *name;
  GtkWidget *first;
  GtkWidget *last;
  GtkWidget *scope;
  GtkWidget *item_row;
  GtkWidget *search;
  GtkWidget *lift;
  GtkWidget *message;
  GtkWidget *save;

  GrShop *shop;
  GrEvent *event; /* as it was */
  gint64 item_id;
  gboolean has_typed;
  GrEventFilled filled;
};

G_DEFINE_FINAL_TYPE (GrEventForm, gr_event_form, ADW_TYPE_WINDOW)

/* Of the choices of whom it touches, the first and the last; families lie between them. */
#define WHOLE_SHOP 0

static guint
one_item (GrEventForm *self)
{
  return g_list_model_get_n_items (adw_combo_row_get_model (ADW_COMBO_ROW (self->scope))) - 1;
}

static guint
chosen_scope (GrEventForm *self)
{
  return adw_combo_row_get_selected (ADW_COMBO_ROW (self->scope));
}

static char *
read_row (GtkWidget *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

static gboolean
read_day (GrEventForm *self, GtkWidget *row, GrDate *day, GError **error)
{
  g_autofree char *text = read_row (row);

  return gr_parse_day (text, gr_shop_today (self->shop), GR_YEARLESS_IS_NEAREST, day, error);
}

static gboolean
read_lift (GrEventForm *self, int *lift, GError **error)
{
  g_autofree char *text = read_row (self->lift);
  GrAmountRule rule = {.digits = 0, .unit = "%"};
  gint64 value;

  *lift = GR_EVENT_LIFT_UNKNOWN;
  if (!*text)
    return TRUE;
  if (!gr_parse_amount (*text == '+' ? text + 1 : text, &rule, &value, error))
    return FALSE;
  *lift = (int) CLAMP (value, GR_EVENT_LEAST_LIFT - 1, GR_EVENT_MOST_LIFT + 1); /* beyond: refused with its reason */
  return TRUE;
}

static gboolean
read_scope (GrEventForm *self, GrEvent *event, GError **error)
{
  guint scope = chosen_scope (self);
  GListModel *names = adw_combo_row_get_model (ADW_COMBO_ROW (self->scope));

  if (scope == one_item (self)) {
    event->item_id = self->item_id;
    if (self->item_id == 0)
      g_set_error_literal (error, GR_ERROR, GR_ERROR_INVALID, _ ("Which item does it apply to?"));
    return self->item_id != 0;
  }
  if (scope != WHOLE_SHOP)
    event->family = g_strdup (gtk_string_list_get_string (GTK_STRING_LIST (names), scope));
  return TRUE;
}

static GrEvent *
read_event (GrEventForm *self, GError **error)
{
  g_autoptr (GrEvent) event = gr_event_new();
  GrDate last;

  event->id = self->event->id;
  event->name = read_row (self->name);
  if (!read_day (self, self->first, &event->starts_on, error) || !read_day (self, self->last, &last, error) ||
      !read_lift (self, &event->lift_percent, error) || !read_scope (self, event, error))
    return NULL;
  event->ends_before = last + 1;
  return gr_event_check (event, error) ? g_steal_pointer (&event) : NULL;
}

/* Nobody is told what is missing before they have typed anything. */
static void
check (GrEventForm *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GrEvent) event = read_event (self, &error);

  gtk_widget_set_sensitive (self->save, event != NULL);
  gtk_label_set_text (GTK_LABEL (self->message), error && self->has_typed ? error->message : "");
}

static void
typed_cb (GrEventForm *self)
{
  g_autofree char *name = read_row (self->name);

  if (!self->shop)
    return;
  self->has_typed = *name != '\0';
  check (self);
}

static void
scope_chosen_cb (GrEventForm *self)
{
  if (!self->shop)
    return;
  gtk_widget_set_visible (self->item_row, chosen_scope (self) == one_item (self));
  check (self);
}

static void
show_chosen_item (GrEventForm *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GrItemCard) card = self->item_id != 0 ? gr_shop_item_card (self->shop, self->item_id, &error) : NULL;
  g_autofree char *text = card ? g_strdup_printf ("%s %s", card->item->code, card->item->description)
                               : g_strdup (_ ("Search by name, code or barcode"));
  g_autofree char *subtitle = g_markup_escape_text (text, -1);

  if (error)
    gr_reading_failed (self, error);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->item_row), subtitle);
}

static void
item_chosen_cb (GrEventForm *self, gint64 item_id)
{
  self->item_id = item_id;
  show_chosen_item (self);
  check (self);
}

static void
save_cb (GrEventForm *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GrEvent) event = read_event (self, &error);
  GrEvent *shown = self->event->id != 0 ? self->event : NULL;
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  GrEventFilled filled = self->filled;

  if (!event) {
    gtk_label_set_text (GTK_LABEL (self->message), error->message);
    return;
  }
  if (shown)
    self->event = NULL;
  gtk_window_destroy (GTK_WINDOW (self));
  filled (parent, shown, g_steal_pointer (&event));
}

/* The program is left while the form stands open: what is complete is saved as it is. */
static void
keep_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GrEventForm *self = GR_EVENT_FORM (widget);
  g_autoptr (GrEvent) event = self->has_typed ? read_event (self, NULL) : NULL;

  if (event && event->id != 0)
    gr_shop_edit_event (self->shop, self->event, event, NULL, NULL);
  else if (event)
    gr_shop_save_event (self->shop, event, NULL, NULL);
}

static void
show_scopes (GrEventForm *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new ((const char *const[]){_ ("The whole shop"), NULL});
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) families = gr_shop_families (self->shop, &error);
  guint chosen = WHOLE_SHOP;

  if (!families)
    gr_reading_failed (self, error);
  for (guint i = 0; families && i < families->len; i++) {
    const GrFamily *family = g_ptr_array_index (families, i);

    gtk_string_list_append (names, family->name);
    if (g_strcmp0 (family->name, self->event->family) == 0)
      chosen = i + 1;
  }
  gtk_string_list_append (names, _ ("One item"));
  adw_combo_row_set_model (ADW_COMBO_ROW (self->scope), G_LIST_MODEL (names));
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->scope), self->event->item_id != 0 ? one_item (self) : chosen);
}

static void
show_event (GrEventForm *self)
{
  const GrEvent *event = self->event;
  GrDate monday = gr_grain_start (GR_GRAIN_WEEK, gr_shop_today (self->shop)) + 7;
  GrDate first = event->starts_on != GR_DATE_NONE ? event->starts_on : monday;
  g_autofree char *first_day = gr_format_date (first);
  g_autofree char *last_day = gr_format_date (event->ends_before != GR_DATE_NONE ? event->ends_before - 1 : first + 6);

  self->item_id = event->item_id;
  show_scopes (self);
  show_chosen_item (self);
  gtk_window_set_title (GTK_WINDOW (self), event->id != 0 ? _ ("Event") : _ ("New event"));
  gtk_button_set_label (GTK_BUTTON (self->save), event->id != 0 ? _ ("Save") : _ ("Add event"));
  gtk_editable_set_text (GTK_EDITABLE (self->name), event->name ? event->name : "");
  gtk_editable_set_text (GTK_EDITABLE (self->first), first_day);
  gtk_editable_set_text (GTK_EDITABLE (self->last), last_day);
  if (event->lift_percent != GR_EVENT_LIFT_UNKNOWN) {
    g_autofree char *lift = g_strdup_printf ("%+d", event->lift_percent);

    gtk_editable_set_text (GTK_EDITABLE (self->lift), lift);
  }
  scope_chosen_cb (self);
}

static void
gr_event_form_finalize (GObject *object)
{
  GrEventForm *self = GR_EVENT_FORM (object);

  g_clear_object (&self->shop);
  g_clear_pointer (&self->event, gr_event_free);
  G_OBJECT_CLASS (gr_event_form_parent_class)->finalize (object);
}

static void
gr_event_form_class_init (GrEventFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = gr_event_form_finalize;
  g_type_ensure (GR_TYPE_ITEM_SEARCH);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/granary/Granary/pages/events/event-form.ui");
  gtk_widget_class_bind_template_child (widget_class, GrEventForm, name);
  gtk_widget_class_bind_template_child (widget_class, GrEventForm, first);
  gtk_widget_class_bind_template_child (widget_class, GrEventForm, last);
  gtk_widget_class_bind_template_child (widget_class, GrEventForm, scope);
  gtk_widget_class_bind_template_child (widget_class, GrEventForm, item_row);
  gtk_widget_class_bind_template_child (widget_class, GrEventForm, search);
  gtk_widget_class_bind_template_child (widget_class, GrEventForm, lift);
  gtk_widget_class_bind_template_child (widget_class, GrEventForm, message);
  gtk_widget_class_bind_template_child (widget_class, GrEventForm, save);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, scope_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, item_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_install_action (widget_class, "form.keep", NULL, keep_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
gr_event_form_init (GrEventForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gr_decimal_key_add (GTK_EDITABLE (self->lift));
  gr_voice_give (GTK_WIDGET (self));
  gr_scan_keys_attach (GTK_WINDOW (self), NULL);
}

/**
 * gr_event_form_present:
 * @event: (nullable): the one to change; %NULL for a new one
 * @filled: called when all is filled in and saved, not when the form is closed otherwise
 */
void
gr_event_form_present (GtkWindow *parent, GrShop *shop, const GrEvent *event, GrEventFilled filled)
{
  GrEventForm *self = g_object_new (GR_TYPE_EVENT_FORM, "transient-for", parent, NULL);

  self->event = event ? gr_event_copy (event) : gr_event_new();
  self->filled = filled;
  self->shop = g_object_ref (shop);
  self->has_typed = event != NULL;
  gr_item_search_set_shop (GR_ITEM_SEARCH (self->search), shop, 0);
  show_event (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->name);
}
