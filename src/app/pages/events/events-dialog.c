#include "events-dialog.h"

#include "event-form.h"
#include "app/text/format.h"
#include "app/widgets/toaster.h"
#include "app/widgets/scan-keys.h"
#include "app/frame/pane-keys.h"
#include "app/widgets/access/voice.h"

#include "shop/forecasting/known-events.h"
#include "shop/base/undo-deed.h"

#include "domain/base/decimal.h"

#include <glib/gi18n.h>
#include <math.h>

/**
 * GrEventsDialog:
 *
 * The shop's known events, those to come and those past, with what was expected of each and what it did.
 */
struct _GrEventsDialog {
  AdwWindow parent_instance;

  GtkWidget *toasts;
  GrToaster *toaster;
  GtkWidget *stack;
  GtkWidget *page;
  GtkWidget *nothing;
  GtkWidget *to_come;
  GtkWidget *past;
  GrFrame *frame;
  GPtrArray *rows[2]; /* by whether past */
  GCancellable *loading;
};

G_DEFINE_FINAL_TYPE (GrEventsDialog, gr_events_dialog, ADW_TYPE_WINDOW)

/* The list */

static char *
describe_lift (const GrEventRecord *record)
{
  GString *text = g_string_new (NULL);

  if (record->event->lift_percent != GR_EVENT_LIFT_UNKNOWN) {
    g_autofree char *expected = gr_decimal_change (record->event->lift_percent / 100.0);

    g_string_append_printf (text, /* Translators: an effect on sales, "+30%" */ _ (" · %s expected"), expected);
  }
  if (isfinite (record->lift)) {
    g_autofree char *measured = gr_decimal_change (record->lift);

    g_string_append_printf (text,
        ngettext (" · %s measured in %d week", " · %s measured in %d weeks", (gulong) record->n_weeks), measured,
        record->n_weeks);
  }
  return g_string_free (text, FALSE);
}

static char *
describe (const GrEventRecord *record)
{
  const GrEvent *event = record->event;
  const char *scope = event->item_code ? event->item_code : event->family ? event->family : _ ("The whole shop");
  g_autofree char *first = gr_format_date (event->starts_on);
  g_autofree char *last = gr_format_date (event->ends_before - 1);
  g_autofree char *lift = describe_lift (record);

  if (event->ends_before - event->starts_on == 1)
    return g_strdup_printf ("%s · %s%s", first, scope, lift);
  return g_strdup_printf ("%s – %s · %s%s", first, last, scope, lift);
}

static GrEvent *
event_of (gpointer row)
{
  return g_object_get_data (G_OBJECT (row), "event");
}

static void save_event (GtkWindow *parent, GrEvent *shown, GrEvent *event);

static void
edit_cb (GtkWidget *row, GrEventsDialog *self)
{
  gr_event_form_present (GTK_WINDOW (self), gr_frame_get_shop (self->frame), event_of (row), save_event);
}

static void remove_cb (GtkWidget *button, GrEventsDialog *self);

static GtkWidget *
make_row (GrEventsDialog *self, const GrEventRecord *record)
{
  GtkWidget *row = adw_action_row_new();
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *title = g_markup_escape_text (record->event->name, -1);
  g_autofree char *text = describe (record);
  g_autofree char *subtitle = g_markup_escape_text (text, -1);
  g_autofree char *what = g_strdup_printf (_ ("Remove %s"), record->event->name);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  g_object_set_data_full (G_OBJECT (row), "event", gr_event_copy (record->event), (GDestroyNotify) gr_event_free);
  g_object_set_data_full (G_OBJECT (button), "event", gr_event_copy (record->event), (GDestroyNotify) gr_event_free);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, what);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, what, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (edit_cb), self, 0);
  return row;
}

static void
clear_rows (GrEventsDialog *self)
{
  for (int is_past = 0; is_past < 2; is_past++) {
    GtkWidget *group = is_past ? self->past : self->to_come;

    for (guint i = 0; i < self->rows[is_past]->len; i++)
      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (group), g_ptr_array_index (self->rows[is_past], i));
    g_ptr_array_set_size (self->rows[is_past], 0);
  }
}

static void
add_row (GrEventsDialog *self, const GrEventRecord *record, gboolean is_past)
{
  GtkWidget *row = make_row (self, record);

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (is_past ? self->past : self->to_come), row);
  g_ptr_array_add (self->rows[is_past], row);
}

/* The row that has the keyboard, counted within its group; -1 where none has. */
static int
find_focus (GrEventsDialog *self, int *is_past)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  for (*is_past = 0; *is_past < 2 && focus; (*is_past)++)
    for (guint i = 0; i < self->rows[*is_past]->len; i++) {
      GtkWidget *row = g_ptr_array_index (self->rows[*is_past], i);

      if (focus == row || gtk_widget_is_ancestor (focus, row))
        return (int) i;
    }
  return -1;
}

/* The next row gets the keyboard where the one that had it is gone. */
static void
put_focus (GrEventsDialog *self, int index, int is_past)
{
  GPtrArray *rows = index >= 0 ? self->rows[is_past] : NULL;

  if (rows && rows->len > 0)
    gtk_widget_grab_focus (g_ptr_array_index (rows, MIN ((guint) index, rows->len - 1)));
  else if (index >= 0)
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

/* @records: latest first. What is to come stands in the order in which it comes. */
static void
show_records (GrEventsDialog *self, const GPtrArray *records)
{
  GrDate today = gr_shop_today (gr_frame_get_shop (self->frame));
  int is_past, focus = find_focus (self, &is_past);

  if (focus >= 0)
    gtk_window_set_focus (GTK_WINDOW (self), NULL);
  clear_rows (self);
  for (guint i = records->len; i > 0; i--)
    if (((GrEventRecord *) g_ptr_array_index (records, i - 1))->event->ends_before > today)
      add_row (self, g_ptr_array_index (records, i - 1), FALSE);
  for (guint i = 0; i < records->len; i++)
    if (((GrEventRecord *) g_ptr_array_index (records, i))->event->ends_before <= today)
      add_row (self, g_ptr_array_index (records, i), TRUE);
  gtk_widget_set_visible (self->to_come, self->rows[FALSE]->len > 0);
  gtk_widget_set_visible (self->past, self->rows[TRUE]->len > 0);
  gtk_stack_set_visible_child (GTK_STACK (self->stack), records->len > 0 ? self->page : self->nothing);
  put_focus (self, focus, is_past);
}

static gpointer
records_job (GrShop *shop, gpointer data, const GrProgress *progress, GError **error)
{
  return gr_shop_event_records (shop, error);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GrEventsDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = gr_shop_run_finish (GR_SHOP (source), result, &error);

  if (!records && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (!self->loading || !gr_frame_get_shop (self->frame))
    return;
  if (records)
    show_records (self, records);
  else
    gr_toaster_say (self->toaster, error->message, FALSE);
}

/* What events did is measured on all sales of those they touch: in another thread. */
static void
load (GrEventsDialog *self)
{
  GrShopWork work = {.job = records_job, .free_result = (GDestroyNotify) g_ptr_array_unref};
  GrShop *shop = gr_frame_get_shop (self->frame);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  if (!shop)
    return;
  self->loading = g_cancellable_new();
  gr_shop_run_async (shop, &work, self->loading, loaded_cb, g_object_ref (self));
}

static void
changed_cb (GrEventsDialog *self, guint what)
{
  if (what & (GR_NOUN_PLAN | GR_NOUN_SALES | GR_NOUN_ITEMS))
    load (self);
}

/* The deeds */

/* The dialog may have been closed meanwhile. */
static void
done_cb (GrFrame *frame, gpointer result, gpointer data)
{
  GrEventsDialog *self = data;
  g_autofree char *title = gr_shop_undo_title (gr_frame_get_shop (frame));

  if (self->toaster)
    gr_toaster_say (self->toaster, title ? title : _ ("Done"), TRUE);
  else
    gr_frame_offer_undo (frame, NULL);
}

/* What a person made of an event, @shown %NULL of a new one. */
typedef struct {
  GrEvent *shown;
  GrEvent *event;
} Change;

static void
free_change (gpointer data)
{
  Change *change = data;

  g_clear_pointer (&change->shown, gr_event_free);
  gr_event_free (change->event);
  g_free (change);
}

static gpointer
save_job (GrShop *shop, gpointer data, const GrProgress *progress, GError **error)
{
  const Change *change = data;
  gboolean is_done = change->shown ? gr_shop_edit_event (shop, change->shown, change->event, progress, error)
                                   : gr_shop_save_event (shop, change->event, progress, error) != 0;

  return is_done ? GINT_TO_POINTER (1) : NULL;
}

static gpointer
remove_job (GrShop *shop, gpointer data, const GrProgress *progress, GError **error)
{
  const Change *change = data;

  return gr_shop_remove_event (shop, change->event->id, progress, error) ? GINT_TO_POINTER (1) : NULL;
}

/* Takes both. What is said of busy work stands behind this dialog, so it is said here too. */
static void
run (GrEventsDialog *self, GrShopJob job, GrEvent *shown, GrEvent *event)
{
  const Change change = {shown, event};
  GrFrameWork work = {.title = _ ("Forecasting…"),
      .job = job,
      .data = g_memdup2 (&change, sizeof change),
      .free_data = free_change,
      .done = done_cb,
      .done_data = g_object_ref (self),
      .free_done_data = g_object_unref};

  if (!gr_frame_run (self->frame, &work))
    gr_toaster_say (self->toaster, _ ("Another task is still running."), FALSE);
}

static void
save_event (GtkWindow *parent, GrEvent *shown, GrEvent *event)
{
  run (GR_EVENTS_DIALOG (parent), save_job, shown, event);
}

static void
remove_cb (GtkWidget *button, GrEventsDialog *self)
{
  run (self, remove_job, NULL, gr_event_copy (event_of (button)));
}

static void
add_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GrEventsDialog *self = GR_EVENTS_DIALOG (widget);

  gr_event_form_present (GTK_WINDOW (self), gr_frame_get_shop (self->frame), NULL, save_event);
}

static void
undo_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (GTK_WIDGET (GR_EVENTS_DIALOG (widget)->frame), "win.undo", NULL);
}

static void
redo_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (GTK_WIDGET (GR_EVENTS_DIALOG (widget)->frame), "win.redo", NULL);
}

/* The dialog */

static void
gr_events_dialog_dispose (GObject *object)
{
  GrEventsDialog *self = GR_EVENTS_DIALOG (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_pointer (&self->toaster, gr_toaster_free);
  g_clear_pointer (&self->rows[FALSE], g_ptr_array_unref);
  g_clear_pointer (&self->rows[TRUE], g_ptr_array_unref);
  G_OBJECT_CLASS (gr_events_dialog_parent_class)->dispose (object);
}

static void
gr_events_dialog_class_init (GrEventsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gr_events_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/granary/Granary/pages/events/events-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GrEventsDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, GrEventsDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, GrEventsDialog, page);
  gtk_widget_class_bind_template_child (widget_class, GrEventsDialog, nothing);
  gtk_widget_class_bind_template_child (widget_class, GrEventsDialog, to_come);
  gtk_widget_class_bind_template_child (widget_class, GrEventsDialog, past);
  gtk_widget_class_install_action (widget_class, "events.add", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK, "events.add", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
gr_events_dialog_init (GrEventsDialog *self)
{
  self->rows[FALSE] = g_ptr_array_new();
  self->rows[TRUE] = g_ptr_array_new();
  gtk_widget_init_template (GTK_WIDGET (self));
  gr_voice_give (GTK_WIDGET (self));
  gr_scan_keys_attach (GTK_WINDOW (self), NULL);
  gr_pane_keys_attach (GTK_WINDOW (self));
  self->toaster = gr_toaster_new (ADW_TOAST_OVERLAY (self->toasts));
}

/**
 * gr_events_dialog_present:
 *
 * Shows the known events of the frame's shop, to add, change and remove; there must be one.
 */
void
gr_events_dialog_present (GrFrame *frame)
{
  GrEventsDialog *self = g_object_new (GR_TYPE_EVENTS_DIALOG, "transient-for", gr_frame_get_window (frame), NULL);

  self->frame = frame;
  g_signal_connect_object (gr_frame_get_shop (frame), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  load (self);
  gtk_window_present (GTK_WINDOW (self));
}
