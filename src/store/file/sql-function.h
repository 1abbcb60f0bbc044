#pragma once

#include <sqlite3.h>

int gr_sql_function_register (sqlite3 *handle);
