#pragma once

#include "domain/stock/location.h"
#include "store/file/database.h"
#include "store/journal/deed-store.h"

#include <glib.h>

/* A new shop in a folder of its own. */
typedef struct {
  char *folder;
  char *path;
  GrDatabase *database;
} Fixture;

void fixture_set_up (Fixture *fixture, gconstpointer data);
void fixture_tear_down (Fixture *fixture, gconstpointer data);

void fixture_open_old (Fixture *fixture, const char *name);

void fixture_begin (Fixture *fixture, const char *title);
gint64 fixture_finish (Fixture *fixture);
void fixture_undo (Fixture *fixture, gint64 deed_id);
void fixture_redo (Fixture *fixture, gint64 deed_id);
gboolean fixture_try_undo (Fixture *fixture, gint64 deed_id, GError **error);

gint64 fixture_add_item (Fixture *fixture, const char *code, const char *description);
gint64 fixture_add_supplier (Fixture *fixture, const char *name);
gint64 fixture_place (Fixture *fixture, GrPlaceRole role);
void fixture_count (Fixture *fixture, gint64 item_id, GrPlaceRole place, int units, int day);
gint64 fixture_sell (Fixture *fixture, gint64 item_id, int units, int day, const char *invoice);
int fixture_on_hand (Fixture *fixture, gint64 item_id);
gint64 fixture_number (Fixture *fixture, const char *sql);
char *fixture_dump (Fixture *fixture);
void fixture_assert_clean (Fixture *fixture);
