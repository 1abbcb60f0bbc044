#pragma once

#include "import-outcome.h"
#include "shop/base/shop.h"

#include "exchange/tables/import-file.h"
#include "exchange/tables/import-report.h"

gboolean gr_shop_import (GrShop *shop, GrImportFile *file, const GrImportChoices *choices, GrImportReport *report,
    GrImportOutcome *outcome, const GrProgress *progress, GError **error);
