#pragma once

#include "workbook-head.h"

GrWorkbook *gr_workbook_new (const char *path, const char *title, const GrWorkbookInfo *info, GError **error);
void gr_workbook_free (GrWorkbook *workbook);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrWorkbook, gr_workbook_free)
gboolean gr_workbook_close (GrWorkbook *workbook, GError **error);
