#pragma once

#include "domain/base/date.h"

/* The sentences that name deeds; files know them by their ids in deed-title.c. */
typedef enum {
  GR_DEED_NEW_SHOP,
  GR_DEED_DEMO_SHOP,
  GR_DEED_NAME_SHOP,       /* name */
  GR_DEED_LEVEL_OF_SHOP,   /* share */
  GR_DEED_LEVEL_OF_FAMILY, /* family, share */
  GR_DEED_COMPACT,         /* nothing */
  GR_DEED_NEW_ITEM,        /* code, as in all to GR_DEED_ITEM_LEVEL */
  GR_DEED_ITEM,            /* several of what follows */
  GR_DEED_ITEM_DESCRIPTION,
  GR_DEED_ITEM_FAMILY,
  GR_DEED_ITEM_COST,
  GR_DEED_ITEM_PRICE,
  GR_DEED_ITEM_LEVEL,
  GR_DEED_ADD_BARCODE,       /* barcode */
  GR_DEED_REMOVE_BARCODE,    /* barcode */
  GR_DEED_NEW_SUPPLIER,      /* name */
  GR_DEED_SUPPLIER,          /* name */
  GR_DEED_TERMS,             /* supplier, code */
  GR_DEED_REMOVE_TERMS,      /* supplier, code */
  GR_DEED_NO_PREDECESSOR,    /* code */
  GR_DEED_PREDECESSOR,       /* code, the older one's code */
  GR_DEED_ADJUST_STOCK,      /* code, quantity before, quantity counted */
  GR_DEED_IMPORT_ITEMS,      /* number */
  GR_DEED_IMPORT_SALES,      /* number */
  GR_DEED_IMPORT_STOCK,      /* number */
  GR_DEED_IMPORT_SUPPLIERS,  /* number */
  GR_DEED_FORECAST,          /* code */
  GR_DEED_FORECAST_BY_BEST,  /* code */
  GR_DEED_FORECAST_BY,       /* code, method */
  GR_DEED_FORECAST_FROM_ALL, /* code */
  GR_DEED_FORECAST_FROM,     /* code, day */
  GR_DEED_LEAVE_OUT_DAYS,    /* first day, last day, code */
  GR_DEED_COUNT_DAYS,        /* first day, last day, code */
  GR_DEED_NEW_EVENT,         /* name, first day */
  GR_DEED_EVENT,             /* name, first day */
  GR_DEED_REMOVE_EVENT,      /* name, first day */
  GR_DEED_NEW_ORDER,         /* order, supplier */
  GR_DEED_ORDER_LINE,        /* quantity, code, order */
  GR_DEED_REMOVE_ORDER_LINE, /* code, order */
  GR_DEED_APPROVE_ORDER,     /* order, as in all to GR_DEED_RECEIVE_ALL */
  GR_DEED_REOPEN_ORDER,
  GR_DEED_HOLD_ORDER,
  GR_DEED_RESUME_ORDER,
  GR_DEED_CANCEL_ORDER,
  GR_DEED_CLOSE_ORDER,
  GR_DEED_CLOSE_ORDER_SHORT,
  GR_DEED_RECEIVE_ALL,
  GR_DEED_SEND_ORDER,         /* order, supplier */
  GR_DEED_RECEIVE_LINE,       /* quantity, code, order */
  GR_DEED_RECEIVE_LINES,      /* number of items, order */
  GR_DEED_ACCEPT_INTO_ORDER,  /* number of suggestions, order */
  GR_DEED_ACCEPT_INTO_ORDERS, /* number of suggestions, number of orders */
  GR_DEED_AND_MORE_ORDERS,    /* title, number */
  GR_DEED_UNDO,               /* title */
  GR_DEED_REDO,               /* title */
} GrDeedForm;

#define GR_N_DEED_FORMS (GR_DEED_REDO + 1)

char *gr_deed_title_new (GrDeedForm form, ...);
char *gr_deed_title_read (const char *title, GrDate done_on);
