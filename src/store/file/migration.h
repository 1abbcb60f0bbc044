#pragma once

#include "database.h"

#define GR_SCHEMA_VERSION 8

gboolean gr_migration_run (GrDatabase *database, GError **error);
