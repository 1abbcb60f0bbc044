#include "print-pdf.h"

#include "print-layout.h"

#include "domain/base/error.h"

#include <cairo-pdf.h>
#include <glib/gi18n.h>

#define ROWS_AT_ONCE 500

typedef struct {
  GOutputStream *stream;
  GError *error;
} Sink;

static cairo_status_t
write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  Sink *sink = closure;

  if (sink->error || !g_output_stream_write_all (sink->stream, data, length, NULL, NULL, &sink->error))
    return CAIRO_STATUS_WRITE_ERROR;
  return CAIRO_STATUS_SUCCESS;
}

static gboolean
lay_out (GrPrintLayout *layout, const GrProgress *progress, GError **error)
{
  while (!gr_print_layout_continue (layout, ROWS_AT_ONCE))
    if (!gr_progress_report (progress, _ ("Laying out the pages…"), gr_print_layout_fraction (layout), error))
      return FALSE;
  return TRUE;
}

static gboolean
draw (GrPrintLayout *layout, cairo_t *cr, double margin, const GrProgress *progress, GError **error)
{
  guint n = gr_print_layout_n_pages (layout);

  for (guint page = 0; page < n; page++) {
    if (!gr_progress_report (progress, _ ("Writing the pages…"), (double) page / n, error))
      return FALSE;
    cairo_save (cr);
    cairo_translate (cr, margin, margin);
    gr_print_layout_draw_page (layout, cr, page);
    cairo_restore (cr);
    cairo_show_page (cr);
  }
  return TRUE;
}

static gboolean
write_pages (
    const GrPrintDocument *document, const GrPrintPaper *sheet, Sink *sink, const GrProgress *progress, GError **error)
{
  g_autoptr (GrPrintLayout) layout = NULL;
  GrPrintPaper paper = *sheet;
  cairo_surface_t *surface;
  cairo_t *cr;
  gboolean is_done;

  if (gr_print_layout_wants_landscape (document, paper.width - 2 * paper.margin))
    paper = (GrPrintPaper){sheet->height, sheet->width, sheet->margin};
  layout = gr_print_layout_new (document, paper.width - 2 * paper.margin, paper.height - 2 * paper.margin);
  surface = cairo_pdf_surface_create_for_stream (write_cb, sink, paper.width, paper.height);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, document->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, document->shop);
  cr = cairo_create (surface);
  is_done = lay_out (layout, progress, error) && draw (layout, cr, paper.margin, progress, error);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (is_done && sink->error) {
    g_propagate_error (error, g_steal_pointer (&sink->error));
    is_done = FALSE;
  } else if (is_done && cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS) {
    g_set_error_literal (error, GR_ERROR, GR_ERROR_IO, cairo_status_to_string (cairo_surface_status (surface)));
    is_done = FALSE;
  }
  cairo_surface_destroy (surface);
  g_clear_error (&sink->error);
  return is_done;
}

/**
 * gr_print_pdf_write:
 * @paper: upright; it is turned where the list is too wide for it
 *
 * Writes the document as PDF. A file of that name is replaced only by a whole one. O(rows)
 */
gboolean
gr_print_pdf_write (const GrPrintDocument *document, const GrPrintPaper *paper, const char *path,
    const GrProgress *progress, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileOutputStream) stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, NULL, error);
  g_autoptr (GCancellable) nothing = g_cancellable_new();
  Sink sink = {G_OUTPUT_STREAM (stream), NULL};

  if (!stream)
    return FALSE;
  if (write_pages (document, paper, &sink, progress, error))
    return g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, error);
  g_cancellable_cancel (nothing); /* closed so, what was there stays */
  g_output_stream_close (G_OUTPUT_STREAM (stream), nothing, NULL);
  return FALSE;
}
