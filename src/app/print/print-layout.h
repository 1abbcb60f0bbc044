#pragma once

#include "print-document.h"

#include <cairo.h>

/**
 * GrPrintLayout:
 *
 * A document on pages of one size: on each of them the title, the heads of the columns, rows and "Page 2 of 7". It
 * belongs to the thread that made it.
 */
typedef struct _GrPrintLayout GrPrintLayout;

GrPrintLayout *gr_print_layout_new (const GrPrintDocument *document, double width, double height);
void gr_print_layout_free (GrPrintLayout *layout);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrPrintLayout, gr_print_layout_free)

gboolean gr_print_layout_continue (GrPrintLayout *layout, guint n_rows);
double gr_print_layout_fraction (const GrPrintLayout *layout);
guint gr_print_layout_n_pages (const GrPrintLayout *layout);
void gr_print_layout_draw_page (GrPrintLayout *layout, cairo_t *cr, guint page);

gboolean gr_print_layout_wants_landscape (const GrPrintDocument *document, double width);
