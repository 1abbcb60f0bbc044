#pragma once

#include "today-entry.h"

#include "app/widgets/badge.h"

/**
 * GrTodayKindRow:
 * @icon_name: with @style and gr_today_kind_title() what tells the kind from others
 * @meaning: of the kind, in a sentence
 * @money_word: what the money of an entry is
 * @about_id: of what an entry is about
 * @look_up: (nullable): reads what only this entry needs, when it comes on screen: one indexed reading
 * @sentence: (transfer full): what there is to do, in plain words
 * @verb: what the button of an entry does
 * @act: does it
 *
 * All that is to be known of a kind of things to do; the words are not translated yet. A further kind is a further row.
 */
typedef struct {
  GrTodayKind kind;
  const char *icon_name;
  const char *style;
  const char *meaning;
  const char *money_word;
  gint64 (*about_id) (const GrTodayRow *row);
  gboolean (*look_up) (GrTodayEntry *entry, GrShop *shop, GError **error);
  char *(*sentence) (const GrTodayEntry *entry, GrDate today);
  const char *(*verb) (const GrTodayEntry *entry, GrDate today);
  void (*act) (const GrTodayEntry *entry, GrFrame *frame);
} GrTodayKindRow;

const GrTodayKindRow *gr_today_kind (GrTodayKind kind);
GrBadgeFace gr_today_kind_face (GrTodayKind kind);
gboolean gr_today_kind_look_up (GrTodayEntry *entry, GrShop *shop, GError **error);
