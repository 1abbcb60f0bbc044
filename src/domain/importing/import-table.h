#pragma once

#include "import-cell.h"

#include <glib.h>

/* The tables that can be read from a file. */
typedef enum {
  GR_IMPORT_ITEMS,
  GR_IMPORT_SUPPLIERS,
  GR_IMPORT_STOCK,
  GR_IMPORT_SALES,
} GrImportKind;

#define GR_N_IMPORT_KINDS (GR_IMPORT_SALES + 1)
#define GR_IMPORT_GUESS   ((GrImportKind) GR_N_IMPORT_KINDS) /* by the headers */

enum {
  GR_ITEMS_ITEM,
  GR_ITEMS_DESCRIPTION,
  GR_ITEMS_FAMILY,
  GR_ITEMS_SUPPLIER,
  GR_ITEMS_UNIT_COST,
  GR_ITEMS_UNIT_PRICE,
  GR_ITEMS_MINIMUM_ORDER_QUANTITY,
  GR_ITEMS_ORDER_MULTIPLE,
  GR_ITEMS_STATUS,
  GR_ITEMS_UNIT,
  GR_ITEMS_BARCODE,
  GR_ITEMS_SUPPLIER_CODE,
  GR_ITEMS_SERVICE_LEVEL,
  GR_ITEMS_STOCKED,
  GR_N_ITEMS_FIELDS,
};

enum {
  GR_SUPPLIERS_SUPPLIER,
  GR_SUPPLIERS_CURRENCY,
  GR_SUPPLIERS_LEAD_TIME_DAYS,
  GR_SUPPLIERS_LEAD_TIME_SD_DAYS,
  GR_SUPPLIERS_PAYMENT_TERMS_DAYS,
  GR_SUPPLIERS_MINIMUM_ORDER_VALUE,
  GR_SUPPLIERS_EMAIL,
  GR_SUPPLIERS_PHONE,
  GR_N_SUPPLIERS_FIELDS,
};

enum {
  GR_STOCK_ITEM,
  GR_STOCK_LOCATION,
  GR_STOCK_QUANTITY,
  GR_STOCK_COUNTED_ON,
  GR_N_STOCK_FIELDS,
};

enum {
  GR_SALES_ITEM,
  GR_SALES_QUANTITY,
  GR_SALES_DATE,
  GR_SALES_INVOICE,
  GR_SALES_LINE,
  GR_SALES_DESCRIPTION,
  GR_SALES_UNIT_PRICE,
  GR_SALES_CUSTOMER,
  GR_N_SALES_FIELDS,
};

#define GR_MAX_IMPORT_FIELDS GR_N_ITEMS_FIELDS

/**
 * GrImportField:
 * @id: as in --map and in our own files' headers
 * @synonyms: other headers people use for it, normalised, parted by blanks
 */
typedef struct {
  const char *id;
  const char *title;
  GrFieldType type;
  gboolean is_required;
  const char *synonyms;
} GrImportField;

typedef struct {
  GrImportKind kind;
  const char *id;
  const char *title;
  const GrImportField *fields;
  int n_fields;
} GrImportTable;

const GrImportTable *gr_import_table_get (GrImportKind kind);
const char *gr_import_table_title (const GrImportTable *table);
const char *gr_import_field_title (const GrImportField *field);
