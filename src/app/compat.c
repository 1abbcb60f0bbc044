#include "compat.h"

#include "app/widgets/scan-keys.h"

#include <glib/gi18n.h>

typedef struct {
  GrPathChosen chosen;
  gpointer data;
} PathChoice;

static GtkFileFilter *
make_filter (const char *name, const char *const *suffixes)
{
  GtkFileFilter *filter = gtk_file_filter_new();

  gtk_file_filter_set_name (filter, name);
  for (gsize i = 0; suffixes[i]; i++)
    gtk_file_filter_add_suffix (filter, suffixes[i]);
  return filter;
}

static GtkFileFilter *
filter_of (GrFileKind kind)
{
  switch (kind) {
  case GR_FILES_SHOP:
    return make_filter (_ ("Granary shop files"), (const char *[]){"granary", NULL});
  case GR_FILES_TABLES:
    return make_filter (_ ("Tables"), (const char *[]){"csv", "tsv", "txt", "gz", NULL});
  case GR_FILES_WORKBOOK:
    return make_filter (_ ("Excel workbooks"), (const char *[]){"xlsx", NULL});
  case GR_FILES_PDF:
    return make_filter (_ ("PDF documents"), (const char *[]){"pdf", NULL});
  case GR_FILES_TEXT:
    return make_filter (_ ("Text files"), (const char *[]){"txt", NULL});
  case GR_FILES_PNG:
  default:
    return make_filter (_ ("Pictures"), (const char *[]){"png", NULL});
  }
}

static void
file_response_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  g_autofree PathChoice *choice = user_data;
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  path = file ? g_file_get_path (file) : NULL;
  g_object_unref (dialog);
  choice->chosen (path, choice->data);
}

/* The focus would stay in the menu that the chooser was opened from, and no key be heard afterwards. */
static void
leave_menus (GtkWindow *window)
{
  GtkWidget *focus = window ? gtk_window_get_focus (window) : NULL;
  GtkWidget *popover = focus ? gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) : NULL;

  if (!popover)
    return;
  gtk_popover_popdown (GTK_POPOVER (popover));
  gtk_window_set_focus (window, NULL);
}

static void
choose_file (GtkFileChooserNative *native, GrFileKind kind, GrPathChosen chosen, gpointer data)
{
  g_autoptr (GtkFileFilter) filter = filter_of (kind);
  PathChoice *choice = g_new (PathChoice, 1);

  choice->chosen = chosen;
  choice->data = data;
  leave_menus (gtk_native_dialog_get_transient_for (GTK_NATIVE_DIALOG (native)));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (native), filter);
  g_signal_connect (native, "response", G_CALLBACK (file_response_cb), choice);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

/**
 * gr_choose_file_to_open:
 *
 * Asks for a file that exists; @chosen is called once.
 */
void
gr_choose_file_to_open (GtkWindow *parent, const char *title, GrFileKind kind, GrPathChosen chosen, gpointer data)
{
  choose_file (
      gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_OPEN, C_ ("verb", "Open"), _ ("Cancel")),
      kind, chosen, data);
}

/**
 * gr_choose_file_to_save:
 *
 * Asks where to write; the chooser itself asks before a file is replaced. @chosen is called once.
 */
void
gr_choose_file_to_save (GtkWindow *parent, const char *title, GrFileKind kind, const char *suggested_name,
    GrPathChosen chosen, gpointer data)
{
  GtkFileChooserNative *native =
      gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("Save"), _ ("Cancel"));

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (native), suggested_name);
  choose_file (native, kind, chosen, data);
}

/**
 * gr_open_file:
 *
 * Opens a file with the program that the desktop has for it.
 */
void
gr_open_file (GtkWindow *parent, const char *path)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);

  if (uri)
    gtk_show_uri (parent, uri, GDK_CURRENT_TIME);
}

/**
 * gr_show_message:
 *
 * Says what could not be done, in a dialog with nothing to decide.
 */
void
gr_show_message (GtkWindow *parent, const char *heading, const char *body)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, body);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", C_ ("window", "Close"));
  gr_scan_keys_attach (GTK_WINDOW (dialog), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
}

typedef struct {
  GrAnswered answered;
  gpointer data;
  gboolean is_yes;
} Question;

static void
answer_cb (gpointer data)
{
  g_autofree Question *question = data;

  question->answered (question->is_yes, question->data);
}

static void
question_response_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  ((Question *) user_data)->is_yes = g_str_equal (response, "yes");
}

/* Who asked may close the window under the dialog, which frees what is still emitting: it is told afterwards. Where the
 * dialog goes without an answer, that is a no. */
static void
question_gone_cb (gpointer user_data, GClosure *closure)
{
  g_idle_add_once (answer_cb, user_data);
}

/**
 * gr_ask:
 *
 * Asks before what Undo can't take back, or is another's; everything else is done at once and offers Undo.
 */
void
gr_ask (GtkWindow *parent, const char *heading, const char *body, const char *verb, GrAnswered answered, gpointer data)
{
  GtkWidget *widget = adw_message_dialog_new (parent, heading, body);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (widget);
  Question *question = g_new0 (Question, 1);

  question->answered = answered;
  question->data = data;
  adw_message_dialog_add_responses (dialog, "cancel", _ ("Cancel"), "yes", verb, NULL);
  adw_message_dialog_set_response_appearance (dialog, "yes", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (
      dialog, "cancel"); /* Enter that was meant for something else decides nothing */
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (question_response_cb), question, question_gone_cb, 0);
  gr_scan_keys_attach (GTK_WINDOW (widget), NULL);
  gtk_window_present (GTK_WINDOW (widget));
}

void
gr_show_about (GtkWindow *parent)
{
  adw_show_about_window (parent, "application-name", "Granary", "application-icon", GR_APP_ID, "version", GR_VERSION,
      "comments", _ ("Stock, suppliers, purchase orders and planning for a shop, in one file on your own computer"),
      "license-type", GTK_LICENSE_GPL_3_0, "developer-name", _ ("The Granary authors"), NULL);
}

/**
 * gr_actionable_set_detailed:
 *
 * As gtk_actionable_set_detailed_action_name(), which up to GTK 4.8 names the action before its target is there, and
 * warns of that.
 */
void
gr_actionable_set_detailed (GtkActionable *actionable, const char *detailed_name)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  g_return_if_fail (g_action_parse_detailed_name (detailed_name, &name, &target, NULL));

  gtk_actionable_set_action_name (actionable, NULL);
  gtk_actionable_set_action_target_value (actionable, target);
  gtk_actionable_set_action_name (actionable, name);
}

/**
 * gr_settle_focus:
 *
 * Coming to a text that can be selected selects nothing. Where it would, GTK 4.18 asks after the widget that had the
 * focus before, which may be gone by then, and ends the program.
 */
void
gr_settle_focus (void)
{
  g_object_set (gtk_settings_get_default(), "gtk-label-select-on-focus", FALSE, NULL);
}
