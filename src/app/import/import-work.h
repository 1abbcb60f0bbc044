#pragma once

#include "app/frame/window.h"

#include "shop/importing/import-rows.h"

gboolean gr_import_work_start (GrWindow *window, const GrImportFile *file, const GrImportChoices *choices);
