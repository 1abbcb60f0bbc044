#pragma once

#include "window.h"

#include "shop/import-rows.h"

gboolean gr_import_work_start (GrWindow *window, const GrImportFile *file, const GrImportChoices *choices);
