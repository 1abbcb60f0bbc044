#include "history-dialog.h"

#include "app/compat.h"
#include "history-paper.h"
#include "app/widgets/toaster.h"
#include "app/frame/pane-keys.h"
#include "app/widgets/scan-keys.h"
#include "app/widgets/access/voice.h"

#include "shop/base/deed-log.h"
#include "shop/base/undo-deed.h"

#include <glib/gi18n.h>

#define PAGE 100

/**
 * GrHistoryDialog:
 *
 * What was done in the shop, newest first, by whom and when; searched as one types, and undone back to any change.
 */
struct _GrHistoryDialog {
  AdwWindow parent_instance;

  GtkWidget *search;
  GtkWidget *toasts;
  GtkWidget *stack;
  GtkWidget *page;
  GtkWidget *list;
  GtkWidget *more;
  GtkWidget *nothing;
  GrToaster *toaster;
  GrFrame *frame;
  GCancellable *loading;
  gint64 last_id; /* the oldest change that is shown */
  int n_held;     /* changes shown so far that can be undone */
};

G_DEFINE_FINAL_TYPE (GrHistoryDialog, gr_history_dialog, ADW_TYPE_WINDOW)

/* One look into the journal, for another thread. */
typedef struct {
  char *words;
  gint64 before_id;
} Question;

static void
free_question (gpointer data)
{
  g_free (((Question *) data)->words);
  g_free (data);
}

static gpointer
ask_job (GrShop *shop, gpointer data, const GrProgress *progress, GError **error)
{
  const Question *question = data;

  return gr_shop_deeds (shop, question->words, question->before_id, PAGE, error);
}

/* Undo to a point */

static gpointer
undo_job (GrShop *shop, gpointer data, const GrProgress *progress, GError **error)
{
  int n_undone;

  if (gr_shop_undo_to (shop, *(const gint64 *) data, &n_undone, progress, error))
    return GINT_TO_POINTER (MAX (n_undone, 1));
  if (n_undone > 0)
    g_prefix_error (error,
        ngettext ("%d change was undone, then: ", "%d changes were undone, then: ", (gulong) n_undone), n_undone);
  return NULL;
}

static void
undone_cb (GrFrame *frame, gpointer result, gpointer data)
{
  int n = GPOINTER_TO_INT (result);
  g_autofree char *text = g_strdup_printf (ngettext ("%d change undone", "%d changes undone", (gulong) n), n);
  GrHistoryDialog *self = data;

  if (self->toaster)
    gr_toaster_say (self->toaster, text, FALSE);
  else
    gr_frame_say (frame, text);
}

static void
undo_to (GrHistoryDialog *self, gint64 deed_id)
{
  GrFrameWork work = {.title = _ ("Undoing…"),
      .job = undo_job,
      .data = g_memdup2 (&deed_id, sizeof deed_id),
      .free_data = g_free,
      .done = undone_cb,
      .done_data = g_object_ref (self),
      .free_done_data = g_object_unref};

  if (!gr_frame_run (self->frame, &work))
    gr_toaster_say (self->toaster, _ ("Another task is still running."), FALSE);
}

/* A question that is open. */
typedef struct {
  GrHistoryDialog *dialog;
  gint64 deed_id;
} Doubt;

static void
answered_cb (gboolean is_yes, gpointer data)
{
  g_autofree Doubt *doubt = data;
  g_autoptr (GrHistoryDialog) self = doubt->dialog;

  if (is_yes && self->toaster)
    undo_to (self, doubt->deed_id);
}

static void
undo_cb (GtkWidget *button, GrHistoryDialog *self)
{
  gint64 deed_id = *(gint64 *) g_object_get_data (G_OBJECT (button), "deed-id");
  int n = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "n-held"));
  g_autofree char *heading = NULL;
  Doubt *doubt;

  if (n == 1) {
    undo_to (self, deed_id);
    return;
  }
  doubt = g_new (Doubt, 1);
  *doubt = (Doubt){g_object_ref (self), deed_id};
  heading = g_strdup_printf (ngettext ("Undo %d change?", "Undo %d changes?", (gulong) n), n);
  gr_ask (GTK_WINDOW (self), heading, _ ("This change and all that were made after it are undone. Each can be redone."),
      _ ("_Undo"), answered_cb, doubt);
}

/* The list */

static char *
describe (const GrDeed *deed)
{
  g_autoptr (GDateTime) when = g_date_time_new_from_unix_local (deed->done_at / G_USEC_PER_SEC);
  g_autofree char *at = g_date_time_format (when, "%c");
  g_autofree char *text =
      /* Translators: when and by whom: "Sat 28 Nov 2026 09:12:00 · anna" */
      *deed->who ? g_strdup_printf (_ ("%s · %s"), at, deed->who) : g_strdup (at);

  return deed->undone_by != 0 ? g_strdup_printf (/* Translators: of a change: "… · undone" */ _ ("%s · undone"), text)
                              : g_steal_pointer (&text);
}

static GtkWidget *
make_button (GrHistoryDialog *self, const GrDeed *deed)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-undo-symbolic");
  g_autofree char *what = g_strdup_printf (_ ("Undo “%s” and all since"), deed->title);

  g_object_set_data_full (G_OBJECT (button), "deed-id", g_memdup2 (&deed->id, sizeof deed->id), g_free);
  g_object_set_data (G_OBJECT (button), "n-held", GINT_TO_POINTER (++self->n_held));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, what);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, what, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (undo_cb), self, 0);
  return button;
}

static gboolean
is_held (const GrDeed *deed)
{
  return deed->undoes == 0 && deed->undone_by == 0 && !g_str_equal (deed->kind, "new-shop");
}

/* Counting what would go needs all that came after, so among changes that were searched for nothing is undone. */
static void
add_row (GrHistoryDialog *self, const GrDeed *deed)
{
  GtkWidget *row = adw_action_row_new();
  g_autofree char *title = g_markup_escape_text (deed->title, -1);
  g_autofree char *text = describe (deed);
  g_autofree char *subtitle = g_markup_escape_text (text, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  if (deed->undone_by != 0)
    gtk_widget_add_css_class (row, "dim-label");
  if (is_held (deed) && !*gtk_editable_get_text (GTK_EDITABLE (self->search)))
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_button (self, deed));
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static void
clear (GrHistoryDialog *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->list)))
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  self->n_held = 0;
}

/* A first page takes the place of what was there only when it is here, so that nothing flickers. */
static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GrHistoryDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) deeds = gr_shop_run_finish (GR_SHOP (source), result, &error);

  if (g_task_get_cancellable (G_TASK (result)) != self->loading)
    return;
  if (!deeds) {
    gr_toaster_say (self->toaster, error->message, FALSE);
    return;
  }
  if (self->last_id == 0)
    clear (self);
  for (guint i = 0; i < deeds->len; i++) {
    const GrDeed *deed = g_ptr_array_index (deeds, i);

    add_row (self, deed);
    self->last_id = deed->id;
  }
  gtk_widget_set_visible (self->more, deeds->len == PAGE);
  gtk_stack_set_visible_child (
      GTK_STACK (self->stack), gtk_widget_get_first_child (self->list) ? self->page : self->nothing);
}

static void
load (GrHistoryDialog *self, gint64 before_id)
{
  GrShop *shop = gr_frame_get_shop (self->frame);
  GrShopWork work = {.job = ask_job, .free_data = free_question, .free_result = (GDestroyNotify) g_ptr_array_unref};
  Question *question;

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  if (!shop)
    return;
  question = g_new (Question, 1);
  *question = (Question){g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search))), before_id};
  work.data = question;
  self->last_id = before_id;
  self->loading = g_cancellable_new();
  gr_shop_run_async (shop, &work, self->loading, loaded_cb, g_object_ref (self));
}

static void
search_cb (GrHistoryDialog *self)
{
  load (self, 0);
}

static void
more_cb (GrHistoryDialog *self)
{
  load (self, self->last_id);
}

static void
print_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GrHistoryDialog *self = GR_HISTORY_DIALOG (widget);

  if (!gr_history_paper_print (self->frame, GTK_WINDOW (self), gtk_editable_get_text (GTK_EDITABLE (self->search))))
    gr_toaster_say (self->toaster, _ ("Another task is still running."), FALSE);
}

static void
changed_cb (GrHistoryDialog *self, guint what)
{
  load (self, 0);
}

/* The dialog */

static void
gr_history_dialog_dispose (GObject *object)
{
  GrHistoryDialog *self = GR_HISTORY_DIALOG (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_pointer (&self->toaster, gr_toaster_free);
  G_OBJECT_CLASS (gr_history_dialog_parent_class)->dispose (object);
}

static void
gr_history_dialog_class_init (GrHistoryDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gr_history_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/granary/Granary/pages/history/history-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GrHistoryDialog, search);
  gtk_widget_class_bind_template_child (widget_class, GrHistoryDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, GrHistoryDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, GrHistoryDialog, page);
  gtk_widget_class_bind_template_child (widget_class, GrHistoryDialog, list);
  gtk_widget_class_bind_template_child (widget_class, GrHistoryDialog, more);
  gtk_widget_class_bind_template_child (widget_class, GrHistoryDialog, nothing);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_cb);
  gtk_widget_class_bind_template_callback (widget_class, gtk_window_close);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_install_action (widget_class, "history.print", NULL, print_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "history.print", NULL);
}

static void
gr_history_dialog_init (GrHistoryDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gr_voice_give (GTK_WIDGET (self));
  gr_scan_keys_attach (GTK_WINDOW (self), NULL);
  gr_pane_keys_attach (GTK_WINDOW (self));
  self->toaster = gr_toaster_new (ADW_TOAST_OVERLAY (self->toasts));
}

/**
 * gr_history_dialog_present:
 *
 * Shows what was done in the frame's shop; there must be one. The keyboard is in the search.
 */
void
gr_history_dialog_present (GrFrame *frame)
{
  GrHistoryDialog *self = g_object_new (GR_TYPE_HISTORY_DIALOG, "transient-for", gr_frame_get_window (frame), NULL);

  self->frame = frame;
  g_signal_connect_object (gr_frame_get_shop (frame), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  load (self, 0);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->search);
}
