#include "print-actions.h"

#include "app/compat.h"
#include "print-paper.h"
#include "print-reading.h"

#include <glib/gi18n.h>

typedef struct {
  GrPrintReading *reading;
  GrFrame *frame; /* while the file is being chosen */
  char *path;     /* (nullable): of a PDF */
  GrPrintPaper paper;
} Task;

static void
free_task (gpointer data)
{
  Task *task = data;

  gr_print_reading_free (task->reading);
  g_clear_object (&task->frame);
  g_free (task->path);
  g_free (task);
}

/* @parameter: "page" or "chart". Where there is nothing of it, says so. */
static Task *
make_task (GtkWidget *window, GVariant *parameter)
{
  GrFrame *frame = GR_FRAME (window);
  gboolean is_chart = g_str_equal (g_variant_get_string (parameter, NULL), "chart");
  GrPage *page = gr_frame_get_page (frame);
  GrPrintReading *reading = NULL;
  Task *task;

  if (page && gr_page_get_shop (page))
    reading = gr_print_reading_new (page, is_chart ? GR_PRINT_THE_CHART : GR_PRINT_THE_PAGE);
  if (!reading) {
    gr_frame_say (frame, is_chart ? _ ("This page shows no chart just now.") : _ ("This page has no list to print."));
    return NULL;
  }
  task = g_new0 (Task, 1);
  task->reading = reading;
  return task;
}

static gpointer
read_job (GrShop *shop, gpointer data, const GrProgress *progress, GError **error)
{
  Task *task = data;

  if (!gr_print_reading_run (task->reading, progress, error))
    return NULL;
  if (task->path &&
      !gr_print_pdf_write (gr_print_reading_get (task->reading), &task->paper, task->path, progress, error))
    return NULL;
  return GINT_TO_POINTER (TRUE);
}

static void
read_cb (GrFrame *frame, gpointer result, gpointer data)
{
  gr_print_paper_print (gr_print_reading_steal (((Task *) data)->reading), gr_frame_get_window (frame));
}

/* Its data are freed on the main thread, where the page is that they hold. */
static GrFrameWork
work_of (Task *task, const char *title, GrFrameDone done)
{
  return (GrFrameWork){
      .title = title, .job = read_job, .data = task, .done = done, .done_data = task, .free_done_data = free_task};
}

static void
print_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Task *task = make_task (widget, parameter);
  GrFrameWork work = work_of (task, _ ("Reading the list…"), read_cb);

  if (task)
    gr_frame_run (GR_FRAME (widget), &work);
}

/* The window knows what it offers to open. */
static void
saved_cb (GrFrame *frame, gpointer result, gpointer data)
{
  const Task *task = data;
  g_autofree char *text = g_strdup_printf (_ ("Saved as %s"), task->path);

  g_object_set_data_full (G_OBJECT (frame), "saved-path", g_strdup (task->path), g_free);
  gr_frame_say_with (frame, text, C_ ("verb", "Open"), "win.open-saved");
}

static void
path_chosen_cb (const char *path, gpointer data)
{
  Task *task = data;
  g_autoptr (GrFrame) frame = g_steal_pointer (&task->frame);
  GrFrameWork work = work_of (task, _ ("Saving the PDF…"), saved_cb);

  if (!path || !gr_frame_get_shop (frame)) {
    free_task (task);
    return;
  }
  task->path = g_strdup (path);
  task->paper = gr_print_paper_usual();
  gr_frame_run (frame, &work);
}

/* A title may be whatever an item is called, a file's name not. */
static char *
file_name (const GrPrintDocument *document)
{
  g_autofree char *title = g_strdelimit (g_strdup (document->title), "/\\:*?\"<>|\n\t", '-');

  return g_strdup_printf ("%s.pdf", title);
}

static void
save_pdf_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Task *task = make_task (widget, parameter);
  g_autofree char *file = NULL;

  if (!task)
    return;
  task->frame = g_object_ref (GR_FRAME (widget));
  file = file_name (gr_print_reading_get (task->reading));
  gr_choose_file_to_save (GTK_WINDOW (widget), _ ("Save as PDF"), GR_FILES_PDF, file, path_chosen_cb, task);
}

static void
open_saved_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *path = g_object_get_data (G_OBJECT (widget), "saved-path");

  if (path)
    gr_open_file (GTK_WINDOW (widget), path);
}

void
gr_print_actions_enable (GtkWidget *window, gboolean is_free)
{
  gtk_widget_action_set_enabled (window, "win.print", is_free);
  gtk_widget_action_set_enabled (window, "win.save-pdf", is_free);
}

/**
 * gr_print_actions_install:
 *
 * "win.print" and "win.save-pdf", of the "page" as it is shown or of its "chart".
 */
void
gr_print_actions_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.print", "s", print_cb);
  gtk_widget_class_install_action (widget_class, "win.save-pdf", "s", save_pdf_cb);
  gtk_widget_class_install_action (widget_class, "win.open-saved", NULL, open_saved_cb);
}
