#pragma once

#include "database.h"

GrDatabase *gr_shop_file_create (const char *path, GError **error);
GrDatabase *gr_shop_file_open (const char *path, GError **error);
