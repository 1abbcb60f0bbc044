#pragma once

#include "database.h"

#include "domain/item.h"

/* @service_level is 0 where the shop's holds. */
typedef struct {
  gint64 id;
  char *name;
  double service_level;
  int n_items;
} GrFamily;

/* A code that a scanner reads, and how much of the item it stands for. */
typedef struct {
  gint64 id;
  char *code;
  gint64 item_id;
  GrQty qty;
} GrBarcode;

void
gr_family_free (GrFamily *family);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrFamily, gr_family_free)
void
gr_barcode_free (GrBarcode *barcode);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrBarcode, gr_barcode_free)

GrItem *
gr_item_store_by_id (GrDatabase *database, gint64 id, GError **error);
GrItem *
gr_item_store_by_code (GrDatabase *database, const char *code, GError **error);
gboolean
gr_item_store_find (GrDatabase *database, const char *code, GrItem **item, GError **error);
GPtrArray *
gr_item_store_list (GrDatabase *database, GError **error);
GHashTable *
gr_item_store_codes (GrDatabase *database, GError **error);
gboolean
gr_item_store_save (GrDatabase *database, GrItem *item, GError **error);
gboolean
gr_item_store_delete (GrDatabase *database, gint64 id, GError **error);

GPtrArray *
gr_family_store_list (GrDatabase *database, GError **error);
gboolean
gr_family_store_find (GrDatabase *database, const char *name, gint64 *id, GError **error);
gboolean
gr_family_store_save (GrDatabase *database, GrFamily *family, GError **error);
gboolean
gr_family_store_delete (GrDatabase *database, gint64 id, GError **error);

GPtrArray *
gr_barcode_store_of_item (GrDatabase *database, gint64 item_id, GError **error);
gboolean
gr_barcode_store_find (GrDatabase *database, const char *code, GrBarcode **barcode, GError **error);
gboolean
gr_barcode_store_save (GrDatabase *database, GrBarcode *barcode, GError **error);
gboolean
gr_barcode_store_delete (GrDatabase *database, gint64 id, GError **error);
