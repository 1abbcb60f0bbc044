#include "item.h"

#include "domain/base/error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const status_ids[] = {"active", "discontinued"};
static const char *const status_titles[] = {N_ ("Active"), N_ ("Discontinued")};

/**
 * gr_item_new:
 *
 * Returns: (transfer full): an active, stocked item without a code, sold by the piece.
 */
GrItem *
gr_item_new (void)
{
  GrItem *item = g_new0 (GrItem, 1);

  item->unit = g_strdup ("pcs");
  item->is_stocked = TRUE;
  return item;
}

GrItem *
gr_item_copy (const GrItem *item)
{
  GrItem *copy = g_memdup2 (item, sizeof *item);

  copy->code = g_strdup (item->code);
  copy->description = g_strdup (item->description);
  copy->family = g_strdup (item->family);
  copy->unit = g_strdup (item->unit);
  return copy;
}

void
gr_item_free (GrItem *item)
{
  if (item == NULL)
    return;
  g_free (item->code);
  g_free (item->description);
  g_free (item->family);
  g_free (item->unit);
  g_free (item);
}

/**
 * gr_item_check:
 *
 * Whether @item may be saved. Fails with %GR_ERROR_INVALID and a message that names the field.
 */
gboolean
gr_item_check (const GrItem *item, GError **error)
{
  const char *wrong = NULL;

  if (item->code == NULL || item->code[0] == '\0')
    wrong = _ ("An item needs an item code");
  else if (strlen (item->code) > 64)
    wrong = _ ("An item code must have at most 64 characters");
  else if (item->unit == NULL || item->unit[0] == '\0')
    wrong = _ ("An item needs a unit");
  else if (item->unit_cost < 0)
    wrong = _ ("A purchase price can’t be below zero");
  else if (item->unit_price < 0)
    wrong = _ ("A selling price can’t be below zero");
  else if (!(item->service_level >= 0 && item->service_level < 1))
    wrong = _ ("Service level must be more than 0% and less than 100%");
  if (wrong == NULL)
    return TRUE;
  g_set_error_literal (error, GR_ERROR, GR_ERROR_INVALID, wrong);
  return FALSE;
}

const char *
gr_item_status_id (GrItemStatus status)
{
  return status_ids[status];
}

/**
 * gr_item_status_title:
 *
 * Returns: (transfer none): translated
 */
const char *
gr_item_status_title (GrItemStatus status)
{
  return _ (status_titles[status]);
}

gboolean
gr_item_status_from_id (const char *id, GrItemStatus *out)
{
  for (guint i = 0; i < G_N_ELEMENTS (status_ids); i++)
    if (g_ascii_strcasecmp (id, status_ids[i]) == 0) {
      *out = (GrItemStatus) i;
      return TRUE;
    }
  return FALSE;
}
