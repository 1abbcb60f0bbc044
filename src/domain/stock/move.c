#include "move.h"

#include <glib/gi18n-lib.h>

static const struct {
  const char *id;
  const char *title;
} kinds[GR_N_MOVE_KINDS] = {
    [GR_MOVE_COUNT] = {"count", N_ ("Count")},
    [GR_MOVE_ADJUSTMENT] = {"adjustment", N_ ("Adjustment")},
    [GR_MOVE_SALE] = {"sale", N_ ("Sale")},
    [GR_MOVE_RETURN] = {"return", N_ ("Return")},
    [GR_MOVE_RECEIPT] = {"receipt", N_ ("Receipt")},
};

const char *
gr_move_kind_id (GrMoveKind kind)
{
  return kinds[kind].id;
}

/**
 * gr_move_kind_title:
 *
 * Returns: the kind's name for people, translated.
 */
const char *
gr_move_kind_title (GrMoveKind kind)
{
  return _ (kinds[kind].title);
}

gboolean
gr_move_kind_from_id (const char *id, GrMoveKind *out)
{
  for (guint i = 0; i < GR_N_MOVE_KINDS; i++)
    if (g_strcmp0 (kinds[i].id, id) == 0) {
      *out = (GrMoveKind) i;
      return TRUE;
    }
  return FALSE;
}

static const char *const line_kinds[GR_N_LINE_KINDS] = {
    [GR_LINE_ORDER] = "order",
    [GR_LINE_SALE] = "sale",
    [GR_LINE_COUNT] = "count",
};

/**
 * gr_line_kind_id:
 *
 * Returns: (nullable): %NULL for %GR_LINE_NONE
 */
const char *
gr_line_kind_id (GrLineKind kind)
{
  return line_kinds[kind];
}

/**
 * gr_line_kind_from_id:
 * @id: (nullable):
 *
 * Returns: %GR_LINE_NONE for %NULL and for what this program does not know
 */
GrLineKind
gr_line_kind_from_id (const char *id)
{
  for (guint i = 0; i < GR_N_LINE_KINDS; i++)
    if (id != NULL && g_strcmp0 (line_kinds[i], id) == 0)
      return (GrLineKind) i;
  return GR_LINE_NONE;
}
