#pragma once

#include <glib.h>

/* What a deed touched, so that pages that show it refresh. */
typedef enum {
  GR_NOUN_SETTINGS = 1 << 0,
  GR_NOUN_ITEMS = 1 << 1,
  GR_NOUN_SUPPLIERS = 1 << 2,
  GR_NOUN_ORDERS = 1 << 3,
  GR_NOUN_STOCK = 1 << 4,
  GR_NOUN_SALES = 1 << 5,
  GR_NOUN_IMPORTS = 1 << 6,   /* the book of imported files */
  GR_NOUN_FORECASTS = 1 << 7, /* what the owner decided about them */
} GrNouns;
