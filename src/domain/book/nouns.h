#pragma once

/**
 * GrNouns:
 *
 * What a deed touched, so that what follows from it is done again and pages that show it refresh. The plan follows from
 * most others, see gr_nouns_with_plan().
 */
typedef enum {
  GR_NOUN_NONE = 0,
  GR_NOUN_ITEMS = 1 << 0,
  GR_NOUN_STOCK = 1 << 1,
  GR_NOUN_SUPPLIERS = 1 << 2,
  GR_NOUN_ORDERS = 1 << 3,
  GR_NOUN_SALES = 1 << 4,
  GR_NOUN_PLAN = 1 << 5,
  GR_NOUN_SETTINGS = 1 << 6,
  GR_NOUN_IMPORTS = 1 << 7,   /* the book of imported files */
  GR_NOUN_FORECASTS = 1 << 8, /* what the owner decided about them */
  GR_NOUN_ALL = (1 << 9) - 1,
} GrNouns;

GrNouns gr_nouns_with_plan (GrNouns nouns);
