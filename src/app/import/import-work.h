#pragma once

#include "app/frame/frame.h"

#include "shop/importing/import-rows.h"

gboolean gr_import_work_start (GrFrame *frame, const GrImportSession *session, const GrImportChoices *choices);
