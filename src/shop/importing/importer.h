#pragma once

#include "import-outcome.h"

#include "domain/importing/import-report.h"
#include "domain/trade/item.h"
#include "exchange/tables/import-file.h"
#include "shop/base/shop.h"
#include "store/file/database.h"

/**
 * GrImportRun:
 * @items: codes to ids, all items of the shop; case matters
 * @created: ids to GrItem, those that this import added because it met them
 * @own: what the importer of the table keeps for itself
 *
 * One import on its way.
 */
typedef struct {
  GrShop *shop;
  GrDatabase *database;
  GrDate today;
  const GrImportChoices *choices;
  GrImportOutcome *outcome;
  const GrProgress *progress;
  GHashTable *items;
  GHashTable *created;
  int n_not_stocked;
  gpointer own;
} GrImportRun;

/**
 * GrImporter:
 *
 * How the rows of one table come into the shop. @begin sets up @own, @take has one row, @finish does what is left when
 * all are read; @title names the deed after the outcome.
 */
typedef struct {
  const char *deed_kind;
  gboolean (*begin) (GrImportRun *run, GError **error);
  GrImportRowFunc take;
  gboolean (*finish) (GrImportRun *run, GError **error);
  void (*end) (GrImportRun *run);
  char *(*title) (const GrImportOutcome *outcome);
} GrImporter;

extern const GrImporter gr_items_importer;
extern const GrImporter gr_suppliers_importer;
extern const GrImporter gr_stock_importer;
extern const GrImporter gr_sales_importer;

gint64 gr_import_known_item (const GrImportRun *run, const char *code);
void gr_import_learn_item (GrImportRun *run, const char *code, gint64 id);
GrImportVerdict gr_import_item_of_row (GrImportRun *run, const GrImportRow *row, const GrImportCell *description,
    const GrImportCell *unit_price, gint64 *item_id, GError **error);
gboolean gr_import_take_text (char **field, const GrImportCell *cell);
