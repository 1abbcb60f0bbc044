#pragma once

#include "store/file/database.h"

/* A statement of a connection that fails, and goes well the next time. */
typedef struct {
  int at;              /* how many go well before it */
  int n;               /* that were looked at: each once, for they are kept */
  gboolean is_next;    /* the table that is read next decides whether it fails */
  gboolean has_struck; /* it failed */
} Fault;

void fault_arm (Fault *fault, GrDatabase *database, int at);
gboolean fault_disarm (Fault *fault, GrDatabase *database);
