#pragma once

#include "print-document.h"

#include "domain/base/progress.h"

/* A sheet of paper, points: @margin on every side. */
typedef struct {
  double width;
  double height;
  double margin;
} GrPrintPaper;

gboolean gr_print_pdf_write (const GrPrintDocument *document, const GrPrintPaper *paper, const char *path,
    const GrProgress *progress, GError **error);
