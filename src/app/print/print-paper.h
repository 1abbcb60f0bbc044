#pragma once

#include "print-document.h"
#include "print-pdf.h"

#include <gtk/gtk.h>

#define GR_PRINT_MARGIN 36.0 /* points on every side */

GrPrintPaper gr_print_paper_usual (void);
void gr_print_paper_print (GrPrintDocument *document, GtkWindow *parent);
