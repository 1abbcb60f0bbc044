#pragma once

#include <glib.h>

/* What a field of a row is: how it is compared, and shown in a sentence. */
typedef enum {
  GR_FIELD_TEXT,   /* char *, owned; %NULL and "" are the same */
  GR_FIELD_FLAG,   /* gboolean, or an enumeration of two */
  GR_FIELD_NUMBER, /* int */
  GR_FIELD_DATE,   /* GrDate */
  GR_FIELD_LINK,   /* the number of another row, which is not shown */
  GR_FIELD_QTY,    /* GrQty */
  GR_FIELD_PRICE,  /* GrPrice */
  GR_FIELD_MONEY,  /* GrMoney */
  GR_FIELD_DAYS,   /* double */
  GR_FIELD_SHARE,  /* double, shown in percent */
} GrFieldKind;

/* @title: as the user knows the field, not yet translated */
typedef struct {
  const char *title;
  GrFieldKind kind;
  gsize offset;
} GrRowField;

/* The fields of a row that are edited, and with how many decimals its money is shown. */
typedef struct {
  const GrRowField *fields;
  gsize n;
  int money_digits;
} GrRowShape;

gboolean gr_row_merge (
    const GrRowShape *shape, gconstpointer shown, gconstpointer edited, gpointer current, GError **error);
