#pragma once

#include "import-outcome.h"
#include "import-session.h"

#include "domain/importing/import-report.h"
#include "shop/base/shop.h"

gboolean gr_shop_import (GrShop *shop, GrImportSession *session, const GrImportChoices *choices, GrImportReport *report,
    GrImportOutcome *outcome, const GrProgress *progress, GError **error);
