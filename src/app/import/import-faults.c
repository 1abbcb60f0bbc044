#include "import-faults.h"

#include "app/compat.h"
#include "app/text/format.h"

#include <glib/gi18n.h>

/* What is wrong most often is said in one line. */
#define MOST_REASONS 3

struct _GrImportFaults {
  AdwPreferencesGroup parent_instance;

  GtkWidget *lines;
  char *report; /* as it is copied and saved */
};

G_DEFINE_FINAL_TYPE (GrImportFaults, gr_import_faults, ADW_TYPE_PREFERENCES_GROUP)

static void
copy_cb (GrImportFaults *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->report);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GrImportFaults) self = data;
  g_autoptr (GError) error = NULL;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (!g_file_replace_contents_finish (G_FILE (source), result, NULL, &error) && root)
    gr_show_message (GTK_WINDOW (root), _ ("The list can’t be saved"), error->message);
}

static void
chosen_cb (const char *path, gpointer data)
{
  g_autoptr (GrImportFaults) self = data;
  g_autoptr (GFile) file = path ? g_file_new_for_path (path) : NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (!file)
    return;
  bytes = g_bytes_new (self->report, strlen (self->report));
  g_file_replace_contents_bytes_async (
      file, bytes, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, NULL, written_cb, g_object_ref (self));
}

static void
save_cb (GrImportFaults *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gr_choose_file_to_save (
      GTK_WINDOW (root), _ ("Save the bad rows"), GR_FILES_TEXT, _ ("Bad rows.txt"), chosen_cb, g_object_ref (self));
}

static void
gr_import_faults_finalize (GObject *object)
{
  g_free (GR_IMPORT_FAULTS (object)->report);
  G_OBJECT_CLASS (gr_import_faults_parent_class)->finalize (object);
}

static void
gr_import_faults_class_init (GrImportFaultsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = gr_import_faults_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/granary/Granary/import/import-faults.ui");
  gtk_widget_class_bind_template_child (widget_class, GrImportFaults, lines);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
gr_import_faults_init (GrImportFaults *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
say_reasons (const GrImportReport *report)
{
  g_autoptr (GArray) reasons = gr_import_report_reasons (report);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MIN (reasons->len, MOST_REASONS); i++) {
    const GrImportReasonCount *reason = &g_array_index (reasons, GrImportReasonCount, i);
    g_autofree char *count = gr_format_count ((gint64) reason->n);

    g_string_append_printf (text, "%s%s × %s", i ? " · " : "", count, reason->reason);
  }
  if (reasons->len > MOST_REASONS)
    g_string_append (text, " · …");
  return g_string_free (text, FALSE);
}

/* Line by line, and how many more there are. */
static char *
list_lines (const GrImportReport *report)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < report->faults->len; i++) {
    g_autofree char *line = gr_import_report_fault_text (report, g_ptr_array_index (report->faults, i));

    g_string_append_printf (text, "%s%s", i ? "\n" : "", line);
  }
  if (report->faults->len == GR_IMPORT_REPORT_ROWS && report->n_bad > GR_IMPORT_REPORT_ROWS)
    g_string_append_printf (text, "\n%s", _ ("Only the first ones are listed."));
  return g_string_free (text, FALSE);
}

/**
 * gr_import_faults_show:
 * @report: (nullable): %NULL where nothing is known yet
 */
void
gr_import_faults_show (GrImportFaults *self, const GrImportReport *report)
{
  gboolean has_faults = report && report->faults->len > 0;
  g_autofree char *count = NULL;
  g_autofree char *title = NULL;
  g_autofree char *reasons = NULL;
  g_autofree char *markup = NULL;
  g_autofree char *lines = NULL;

  g_return_if_fail (GR_IS_IMPORT_FAULTS (self));

  gtk_widget_set_visible (GTK_WIDGET (self), has_faults);
  g_clear_pointer (&self->report, g_free);
  if (!has_faults)
    return;
  count = gr_format_count ((gint64) report->n_bad);
  title = g_strdup_printf (ngettext ("%s bad row", "%s bad rows", (gulong) report->n_bad), count);
  reasons = say_reasons (report);
  markup = g_markup_escape_text (reasons, -1);
  lines = list_lines (report);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), markup);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->lines)), lines, -1);
  self->report = gr_import_report_to_text (report);
}
