#pragma once

#include "database.h"

#define GR_SCHEMA_VERSION 7

gboolean gr_migration_run (GrDatabase *database, GError **error);
