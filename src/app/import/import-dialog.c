#include "import-dialog.h"

#include "app/compat.h"
#include "import-dialect.h"
#include "import-faults.h"
#include "import-mapping.h"
#include "import-preview.h"
#include "import-sentence.h"
#include "import-source.h"
#include "import-trial.h"
#include "import-work.h"
#include "app/text/format.h"
#include "app/widgets/table/columns-layout.h"
#include "app/widgets/scan-keys.h"
#include "app/frame/pane-keys.h"

#include <glib/gi18n.h>

/* Rows shown, and rows looked at before all of them have been. */
#define PREVIEW_ROWS 20
#define SAMPLE_ROWS  500

struct _GrImportDialog {
  AdwWindow parent_instance;

  GtkWidget *title;
  GtkWidget *stack;
  GtkWidget *trouble;
  GtkWidget *table;
  GtkWidget *dialect;
  GtkWidget *create_row;
  GtkWidget *create_missing;
  GtkWidget *skip_bad;
  GtkWidget *again_row;
  GtkWidget *again;
  GtkWidget *mapping;
  GtkWidget *preview;
  GtkWidget *faults;
  GtkWidget *foot; /* has the focus until there is something to press */
  GtkWidget *spinner;
  GtkWidget *said;
  GtkWidget *bar;
  GtkWidget *import;

  GrFrame *frame; /* outlives the dialog, which is modal to it */
  GrShop *shop;
  char *path;
  GrImportSource *source;
  GrImportTrial *trial;
  char *sample_said; /* what the first rows looked like, while the rest is being read */
  gboolean is_showing;
};

G_DEFINE_FINAL_TYPE (GrImportDialog, gr_import_dialog, ADW_TYPE_WINDOW)

static gboolean
is_on (GtkWidget *a_switch)
{
  return gtk_switch_get_active (GTK_SWITCH (a_switch));
}

static void
say (GrImportDialog *self, const char *text, gboolean is_wrong)
{
  gtk_label_set_text (GTK_LABEL (self->said), text);
  if (is_wrong)
    gtk_widget_add_css_class (self->said, "error");
  else
    gtk_widget_remove_css_class (self->said, "error");
}

static void
show_button (GrImportDialog *self, const GrImportOutcome *outcome, gboolean is_ready)
{
  g_autofree char *label = gr_import_sentence_of_button (outcome);

  gtk_button_set_label (GTK_BUTTON (self->import), label);
  gtk_widget_set_sensitive (self->import, is_ready);
}

/* A button that can't be pressed says what it waits for. */
static void
explain_button (GrImportDialog *self, const char *awaited)
{
  gtk_widget_set_tooltip_text (self->import, awaited);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->import), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, awaited ? awaited : "", -1);
}

/* The same content came before: it is said, and taken again only where somebody asks for it. */
static void
show_repetition (GrImportDialog *self, const GrImportOutcome *outcome)
{
  g_autofree char *when = NULL;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->again_row, outcome->imported_before_at != 0);
  if (outcome->imported_before_at == 0)
    return;
  when = gr_format_instant (outcome->imported_before_at, GR_DATE_NONE);
  text = g_strdup_printf (_ ("This file was already imported on %s. Rows already in the shop are skipped."), when);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->again_row), text);
}

/* What the trial came to, and so what can be done. */
static void
show_verdict (GrImportDialog *self)
{
  const GrImportOutcome *outcome = gr_import_trial_get_outcome (self->trial);
  g_autofree char *text = NULL;

  if (!outcome)
    return;
  text = gr_import_sentence_of_trial (outcome);
  if (outcome->n_bad > 0 && !is_on (self->skip_bad)) {
    show_button (self, NULL, FALSE);
    explain_button (self, _ ("Correct the bad rows, or turn on “Keep the good rows”"));
    say (self, _ ("There are bad rows: nothing is imported unless the good rows are kept."), TRUE);
  } else if (outcome->imported_before_at != 0 && !is_on (self->again)) {
    show_button (self, NULL, FALSE);
    explain_button (self, _ ("Turn on “Import again” first"));
    say (self, _ ("This file was already imported."), FALSE);
  } else {
    show_button (self, outcome, outcome->n_new + outcome->n_changed > 0);
    explain_button (self, outcome->n_new + outcome->n_changed > 0 ? NULL : _ ("There is nothing new to import"));
    say (self, text, FALSE);
  }
}

static void
show_working (GrImportDialog *self, gboolean is_working)
{
  gtk_widget_set_visible (self->spinner, is_working);
  gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), is_working);
  gtk_widget_set_visible (self->bar, is_working);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->bar), 0);
}

static void
progressed_cb (GrImportDialog *self, double fraction)
{
  if (fraction >= 0)
    gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->bar), MIN (fraction, 1));
  else
    gtk_progress_bar_pulse (GTK_PROGRESS_BAR (self->bar));
}

/* Enter imports, unless somebody has gone elsewhere meanwhile. */
static void
settle_focus (GrImportDialog *self)
{
  gboolean is_waiting = gtk_window_get_focus (GTK_WINDOW (self)) == self->foot;

  if (is_waiting && gtk_widget_get_sensitive (self->import))
    gtk_widget_grab_focus (self->import);
  else if (is_waiting)
    gtk_widget_child_focus (self->stack, GTK_DIR_TAB_FORWARD);
  gtk_widget_set_focusable (self->foot, FALSE);
}

static void
tried_cb (GrImportDialog *self)
{
  const GError *error = gr_import_trial_get_error (self->trial);
  const GrImportReport *report = gr_import_trial_get_report (self->trial);

  show_working (self, FALSE);
  gr_import_faults_show (GR_IMPORT_FAULTS (self->faults), report);
  if (error) {
    g_autofree char *text = gr_import_sentence_of_error (error, self->path);

    say (self, text, TRUE);
    return;
  }
  gr_import_preview_judge (GR_IMPORT_PREVIEW (self->preview), report);
  show_repetition (self, gr_import_trial_get_outcome (self->trial));
  show_verdict (self);
  settle_focus (self);
}

/* Finds out what the import would do, as things are chosen now. */
static void
try_it (GrImportDialog *self)
{
  const GrImportSession *session = gr_import_source_get_session (self->source);
  g_autofree char *missing = gr_import_sentence_of_missing (gr_import_session_layout (session));

  show_button (self, NULL, FALSE);
  gr_import_trial_stop (self->trial);
  show_working (self, !missing);
  explain_button (self, missing ? missing : _ ("Still checking rows"));
  if (missing) {
    gr_import_faults_show (GR_IMPORT_FAULTS (self->faults), NULL);
    say (self, missing, TRUE);
    settle_focus (self);
    return;
  }
  say (self, self->sample_said, FALSE);
  gr_import_trial_start (self->trial, self->shop, session, is_on (self->create_missing));
}

static guint
count_bad (GPtrArray *rows)
{
  const GrImportPreviewRow *row;
  guint n = 0;

  for (guint i = 0; i < rows->len; i++) {
    gboolean is_bad;

    row = g_ptr_array_index (rows, i);
    is_bad = row->fault != NULL;
    for (guint column = 0; !is_bad && row->texts[column]; column++)
      is_bad = row->faults[column] != NULL;
    n += is_bad;
  }
  return n;
}

static void
judge_sample (GrImportDialog *self, GPtrArray *rows)
{
  guint n_bad = count_bad (rows);

  g_free (self->sample_said);
  if (n_bad)
    self->sample_said = g_strdup_printf (ngettext ("Checking all rows… %u of the first %u is bad.",
                                             "Checking all rows… %u of the first %u are bad.", n_bad),
        n_bad, rows->len);
  else
    self->sample_said =
        g_strdup_printf (_ ("Checking all rows before they can be imported… the first %u are good."), rows->len);
}

static void
show_trouble (GrImportDialog *self, const GError *error)
{
  g_autofree char *text = gr_import_sentence_of_error (error, self->path);
  g_autofree char *markup = g_markup_escape_text (text, -1);

  adw_status_page_set_description (ADW_STATUS_PAGE (self->trouble), markup);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "trouble");
}

/* The file as it is read now. */
static void
show_file (GrImportDialog *self)
{
  const GrImportLayout *layout = gr_import_session_layout (gr_import_source_get_session (self->source));
  g_autoptr (GPtrArray) rows = gr_import_source_preview (self->source, SAMPLE_ROWS);
  GrImportKind kind = layout->table->kind;

  self->is_showing = TRUE;
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->table), kind);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->table), gr_import_source_is_guessed (self->source)
                                                                 ? _ ("Recognised by its column headings")
                                                                 : _ ("Not recognised: please choose"));
  gtk_widget_set_visible (self->create_row, kind == GR_IMPORT_SALES || kind == GR_IMPORT_STOCK);
  gtk_widget_set_visible (self->again_row, FALSE);
  gr_import_dialect_show (GR_IMPORT_DIALECT (self->dialect), layout);
  gr_import_mapping_show (GR_IMPORT_MAPPING (self->mapping), layout, rows);
  judge_sample (self, rows);
  gr_import_preview_show (GR_IMPORT_PREVIEW (self->preview), layout, rows, PREVIEW_ROWS);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "form");
  self->is_showing = FALSE;
}

static void
read_cb (GrImportDialog *self)
{
  const GError *error = gr_import_source_get_error (self->source);

  if (error) {
    show_trouble (self, error);
    return;
  }
  show_file (self);
  if (gtk_widget_get_focusable (self->foot))
    gtk_widget_grab_focus (self->foot);
  try_it (self);
}

/* What somebody chooses */

static void
table_cb (GrImportDialog *self)
{
  GrImportChange change = {.what = GR_IMPORT_CHANGE_KIND};

  if (self->is_showing || !self->source)
    return;
  change.kind = (GrImportKind) adw_combo_row_get_selected (ADW_COMBO_ROW (self->table));
  gr_import_source_change (self->source, &change);
}

static void
dialect_cb (GrImportDialog *self)
{
  GrImportChange change = {.what = GR_IMPORT_CHANGE_DIALECT};

  gr_import_dialect_read (GR_IMPORT_DIALECT (self->dialect), &change.dialect);
  gr_import_source_change (self->source, &change);
}

static void
assigned_cb (GrImportDialog *self, int field, int column)
{
  GrImportChange change = {.what = GR_IMPORT_CHANGE_COLUMN, .field = field, .column = column};

  gr_import_source_change (self->source, &change);
}

static void
create_cb (GrImportDialog *self)
{
  if (self->source && gr_import_source_get_session (self->source))
    try_it (self);
}

static void
import_cb (GrImportDialog *self)
{
  GrImportChoices choices = {
      .create_missing = is_on (self->create_missing), .skip_bad = is_on (self->skip_bad), .again = is_on (self->again)};

  gr_import_trial_stop (self->trial);
  if (gr_import_work_start (self->frame, gr_import_source_get_session (self->source), &choices))
    gtk_window_destroy (GTK_WINDOW (self));
  else
    say (self, _ ("Another task is still running."), TRUE);
}

static void
open_source (GrImportDialog *self, const char *path)
{
  g_autofree char *name = g_path_get_basename (path);

  if (self->source)
    g_signal_handlers_disconnect_by_data (self->source, self);
  g_clear_object (&self->source);
  gr_import_trial_stop (self->trial);
  g_free (self->path);
  self->path = g_strdup (path);
  adw_window_title_set_subtitle (ADW_WINDOW_TITLE (self->title), name);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "reading");
  self->source = gr_import_source_new (path);
  g_signal_connect_object (self->source, "read", G_CALLBACK (read_cb), self, G_CONNECT_SWAPPED);
}

static void
other_chosen_cb (const char *path, gpointer data)
{
  g_autoptr (GrImportDialog) self = data;

  if (path && self->trial)
    open_source (self, path);
}

static void
other_cb (GrImportDialog *self)
{
  gr_choose_file_to_open (
      GTK_WINDOW (self), _ ("Import a file"), GR_FILES_TABLES, other_chosen_cb, g_object_ref (self));
}

static void
gr_import_dialog_dispose (GObject *object)
{
  GrImportDialog *self = GR_IMPORT_DIALOG (object);

  if (self->source)
    g_signal_handlers_disconnect_by_data (self->source, self);
  if (self->trial) {
    g_signal_handlers_disconnect_by_data (self->trial, self);
    gr_import_trial_stop (self->trial);
  }
  g_clear_object (&self->source);
  g_clear_object (&self->trial);
  g_clear_object (&self->shop);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->sample_said, g_free);
  G_OBJECT_CLASS (gr_import_dialog_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, GrImportDialog, title);
  gtk_widget_class_bind_template_child (widget_class, GrImportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, GrImportDialog, trouble);
  gtk_widget_class_bind_template_child (widget_class, GrImportDialog, table);
  gtk_widget_class_bind_template_child (widget_class, GrImportDialog, dialect);
  gtk_widget_class_bind_template_child (widget_class, GrImportDialog, create_row);
  gtk_widget_class_bind_template_child (widget_class, GrImportDialog, create_missing);
  gtk_widget_class_bind_template_child (widget_class, GrImportDialog, skip_bad);
  gtk_widget_class_bind_template_child (widget_class, GrImportDialog, again_row);
  gtk_widget_class_bind_template_child (widget_class, GrImportDialog, again);
  gtk_widget_class_bind_template_child (widget_class, GrImportDialog, mapping);
  gtk_widget_class_bind_template_child (widget_class, GrImportDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, GrImportDialog, faults);
  gtk_widget_class_bind_template_child (widget_class, GrImportDialog, foot);
  gtk_widget_class_bind_template_child (widget_class, GrImportDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, GrImportDialog, said);
  gtk_widget_class_bind_template_child (widget_class, GrImportDialog, bar);
  gtk_widget_class_bind_template_child (widget_class, GrImportDialog, import);
}

static void
gr_import_dialog_class_init (GrImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gr_import_dialog_dispose;
  g_type_ensure (GR_TYPE_COLUMNS_LAYOUT);
  g_type_ensure (GR_TYPE_IMPORT_DIALECT);
  g_type_ensure (GR_TYPE_IMPORT_FAULTS);
  g_type_ensure (GR_TYPE_IMPORT_MAPPING);
  g_type_ensure (GR_TYPE_IMPORT_PREVIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/granary/Granary/import/import-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, table_cb);
  gtk_widget_class_bind_template_callback (widget_class, dialect_cb);
  gtk_widget_class_bind_template_callback (widget_class, assigned_cb);
  gtk_widget_class_bind_template_callback (widget_class, create_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_verdict);
  gtk_widget_class_bind_template_callback (widget_class, import_cb);
  gtk_widget_class_bind_template_callback (widget_class, other_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
gr_import_dialog_init (GrImportDialog *self)
{
  g_autoptr (GtkStringList) tables = gtk_string_list_new (NULL);

  self->is_showing = TRUE;
  self->trial = gr_import_trial_new();
  gtk_widget_init_template (GTK_WIDGET (self));
  gr_scan_keys_attach (GTK_WINDOW (self), NULL);
  gr_pane_keys_attach (GTK_WINDOW (self));
  for (int i = 0; i < GR_N_IMPORT_KINDS; i++)
    gtk_string_list_append (tables, gr_import_table_title (gr_import_table_get ((GrImportKind) i)));
  adw_combo_row_set_model (ADW_COMBO_ROW (self->table), G_LIST_MODEL (tables));
  g_signal_connect_object (self->trial, "progressed", G_CALLBACK (progressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->trial, "done", G_CALLBACK (tried_cb), self, G_CONNECT_SWAPPED);
  self->is_showing = FALSE;
}

/**
 * gr_import_dialog_present:
 *
 * Shows what a file holds and what importing it would do, lets that be changed, and imports it.
 */
void
gr_import_dialog_present (GrFrame *frame, const char *path)
{
  GrImportDialog *self = g_object_new (GR_TYPE_IMPORT_DIALOG, "transient-for", gr_frame_get_window (frame), NULL);

  self->frame = frame;
  self->shop = g_object_ref (gr_frame_get_shop (frame));
  open_source (self, path);
  gtk_window_present (GTK_WINDOW (self));
  gtk_window_set_focus (GTK_WINDOW (self), NULL); /* not Cancel: Enter shall not close it */
}

static void
chosen_cb (const char *path, gpointer data)
{
  g_autoptr (GrFrame) frame = data;

  if (path && gr_frame_get_shop (frame))
    gr_import_dialog_present (frame, path);
}

/**
 * gr_import_dialog_choose:
 *
 * Asks for the file first.
 */
void
gr_import_dialog_choose (GrFrame *frame)
{
  gr_choose_file_to_open (
      gr_frame_get_window (frame), _ ("Import a file"), GR_FILES_TABLES, chosen_cb, g_object_ref (frame));
}
