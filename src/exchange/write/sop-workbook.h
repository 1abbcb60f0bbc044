#pragma once

#include "sop-data.h"

#include "domain/base/progress.h"

#include <gio/gio.h>

gboolean gr_sop_workbook_write (
    const char *path, const GrSopWorkbookData *data, const GrProgress *progress, GError **error);
