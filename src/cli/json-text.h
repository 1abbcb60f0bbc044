#pragma once

#include <json-glib/json-glib.h>

char *gr_json_text (JsonNode *root);
