#include "print-paper.h"

#include "app/compat.h"
#include "print-layout.h"

#include <glib/gi18n.h>

#define ROWS_AT_ONCE 40 /* some milliseconds */

/* A document on its way to the printer. */
typedef struct {
  GrPrintDocument *document;
  GrPrintLayout *layout; /* (nullable): before the paper is known */
} Print;

static void
free_print (gpointer data)
{
  Print *print = data;

  g_clear_pointer (&print->layout, gr_print_layout_free);
  gr_print_document_free (print->document);
  g_free (print);
}

/**
 * gr_print_paper_usual:
 *
 * Returns: what paper is usual where the user lives: A4 or Letter
 */
GrPrintPaper
gr_print_paper_usual (void)
{
  g_autoptr (GtkPaperSize) size = gtk_paper_size_new (NULL);

  return (GrPrintPaper){gtk_paper_size_get_width (size, GTK_UNIT_POINTS),
      gtk_paper_size_get_height (size, GTK_UNIT_POINTS), GR_PRINT_MARGIN};
}

static void
begin_cb (GtkPrintOperation *operation, GtkPrintContext *context, Print *print)
{
  g_clear_pointer (&print->layout, gr_print_layout_free);
  print->layout = gr_print_layout_new (
      print->document, gtk_print_context_get_width (context), gtk_print_context_get_height (context));
}

/* Called again and again while nothing else is to be done, until it says that all pages are known. */
static gboolean
paginate_cb (GtkPrintOperation *operation, GtkPrintContext *context, Print *print)
{
  if (!gr_print_layout_continue (print->layout, ROWS_AT_ONCE))
    return FALSE;
  gtk_print_operation_set_n_pages (operation, (int) gr_print_layout_n_pages (print->layout));
  return TRUE;
}

static void
draw_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, Print *print)
{
  gr_print_layout_draw_page (print->layout, gtk_print_context_get_cairo_context (context), (guint) page);
}

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, GtkWindow *parent)
{
  g_autoptr (GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  gr_show_message (parent, _ ("That can’t be printed"), error ? error->message : "");
}

static GtkPageSetup *
make_setup (const GrPrintDocument *document)
{
  GtkPageSetup *setup = gtk_page_setup_new();
  GrPrintPaper paper = gr_print_paper_usual();

  gtk_page_setup_set_top_margin (setup, GR_PRINT_MARGIN, GTK_UNIT_POINTS);
  gtk_page_setup_set_bottom_margin (setup, GR_PRINT_MARGIN, GTK_UNIT_POINTS);
  gtk_page_setup_set_left_margin (setup, GR_PRINT_MARGIN, GTK_UNIT_POINTS);
  gtk_page_setup_set_right_margin (setup, GR_PRINT_MARGIN, GTK_UNIT_POINTS);
  if (gr_print_layout_wants_landscape (document, paper.width - 2 * paper.margin))
    gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  return setup;
}

/**
 * gr_print_paper_print:
 * @document: (transfer full):
 *
 * Asks for printer and paper, and prints.
 */
void
gr_print_paper_print (GrPrintDocument *document, GtkWindow *parent)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new();
  g_autoptr (GtkPageSetup) setup = make_setup (document);
  Print *print = g_new0 (Print, 1);

  print->document = document;
  gtk_print_operation_set_job_name (operation, document->title);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_show_progress (operation, TRUE);
  g_object_set_data_full (G_OBJECT (operation), "print", print, free_print);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_cb), print);
  g_signal_connect (operation, "paginate", G_CALLBACK (paginate_cb), print);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_cb), print);
  g_signal_connect_object (operation, "done", G_CALLBACK (done_cb), parent, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, NULL);
}
