#pragma once

#include "domain/base/date.h"
#include "domain/importing/cell-notation.h"

gboolean gr_text_date_parse (const char *text, GrDateOrder order, GrDate *out);
gboolean gr_text_date_parse_excel (const char *text, GrDate *out);
