#pragma once

#include "database.h"

#include "domain/base/progress.h"
#include "domain/book/check-finding.h"

GPtrArray *gr_check_run (GrDatabase *database, const GrProgress *progress, GError **error);
