#include "print-pdf.h"

#include "print-layout.h"

#include "domain/base/error.h"

#include <cairo-pdf.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

#define ROWS_AT_ONCE 500

static cairo_status_t
write_cb (void *file, const unsigned char *data, unsigned int length)
{
  return fwrite (data, 1, length, file) == length ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
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
    const GrPrintDocument *document, const GrPrintPaper *sheet, FILE *file, const GrProgress *progress, GError **error)
{
  g_autoptr (GrPrintLayout) layout = NULL;
  GrPrintPaper paper = *sheet;
  cairo_surface_t *surface;
  cairo_t *cr;
  gboolean is_done;

  if (gr_print_layout_wants_landscape (document, paper.width - 2 * paper.margin))
    paper = (GrPrintPaper){sheet->height, sheet->width, sheet->margin};
  layout = gr_print_layout_new (document, paper.width - 2 * paper.margin, paper.height - 2 * paper.margin);
  surface = cairo_pdf_surface_create_for_stream (write_cb, file, paper.width, paper.height);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, document->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, document->shop);
  cr = cairo_create (surface);
  is_done = lay_out (layout, progress, error) && draw (layout, cr, paper.margin, progress, error);
  cairo_destroy (cr);
  cairo_surface_finish (surface); /* what can't be written is seen at the file's end */
  cairo_surface_destroy (surface);
  return is_done;
}

static gboolean
fail (const char *path, GError **error)
{
  g_set_error (error, GR_ERROR, GR_ERROR_IO, _ ("“%s” can’t be saved: %s"), path, g_strerror (errno));
  return FALSE;
}

/* All of it is on the disk before it takes the place of what was there. */
static gboolean
close_file (FILE *file, gboolean is_whole, const char *path, GError **error)
{
  gboolean is_written = !is_whole || (!ferror (file) && fflush (file) == 0 && fsync (fileno (file)) == 0);

  if (!is_written && errno == 0)
    errno = EIO;
  if (!is_written)
    fail (path, error);
  return (fclose (file) == 0 || fail (path, is_written && is_whole ? error : NULL)) && is_written && is_whole;
}

/**
 * gr_print_pdf_write:
 * @paper: upright; it is turned where the list is too wide for it
 *
 * Writes the document as PDF. A file of that name is replaced only by a whole one; fails with %GR_ERROR_IO. O(rows)
 */
gboolean
gr_print_pdf_write (const GrPrintDocument *document, const GrPrintPaper *paper, const char *path,
    const GrProgress *progress, GError **error)
{
  g_autofree char *part = g_strdup_printf ("%s.XXXXXX", path);
  int descriptor = g_mkstemp_full (part, O_RDWR, 0666);
  FILE *file = descriptor >= 0 ? fdopen (descriptor, "w") : NULL;
  gboolean is_whole;

  if (!file)
    return fail (path, error);
  is_whole = write_pages (document, paper, file, progress, error);
  is_whole = close_file (file, is_whole, path, error);
  if (is_whole && g_rename (part, path) != 0)
    is_whole = fail (path, error);
  if (!is_whole)
    g_unlink (part);
  return is_whole;
}
