#pragma once

#include <json-glib/json-glib.h>

/* What a file of textbook instances says, and how much of it the code agrees with. */
typedef struct {
  int n_rows;
  int n_agreeing;
  int n_models;
} InventoryScore;

InventoryScore inventory_instances_check (const char *path);
gboolean inventory_answer (const char *function, JsonObject *inputs, JsonNode *expected, GArray *out);
