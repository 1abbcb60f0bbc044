#include "packs.h"

#include "format.h"
#include "parse-amount.h"

#include "domain/base/decimal.h"
#include "domain/base/error.h"

#include <glib/gi18n.h>
#include <string.h>

static gboolean
comes_in_packs (const GrPack *pack)
{
  return pack->size > GR_QTY_ONE;
}

/**
 * gr_format_packs:
 *
 * Returns: (transfer full): "4 packs of 12 pcs", or just the unit where @qty is no whole number of packs
 */
char *
gr_format_packs (GrQty qty, const GrPack *pack)
{
  g_autofree char *size = NULL;
  g_autofree char *count = NULL;

  if (!comes_in_packs (pack) || qty <= 0 || qty % pack->size != 0)
    return g_strdup (pack->unit ? pack->unit : "");
  size = gr_format_qty_unit (pack->size, pack->unit);
  count = gr_format_count (qty / pack->size);
  return g_strdup_printf (ngettext ("%s pack of %s", "%s packs of %s", (gulong) (qty / pack->size)), count, size);
}

/* Takes a word for packs off the end of @text. */
static gboolean
cut_pack_word (char *text)
{
  /* Translators: words for a pack of an item as people may type them behind a number, parted by bars. */
  g_auto (GStrv) words = g_strsplit (_ ("packs|pack|cartons|carton|boxes|box|cases|case"), "|", -1);
  g_autofree char *folded = g_utf8_strdown (text, -1);

  for (gsize i = 0; words[i]; i++)
    if (strlen (folded) == strlen (text) && g_str_has_suffix (folded, words[i])) {
      text[strlen (text) - strlen (words[i])] = '\0';
      g_strchomp (text);
      return TRUE;
    }
  return FALSE;
}

static gboolean
refuse (const char *text, GError **error)
{
  g_set_error (error, GR_ERROR, GR_ERROR_INVALID, _ ("“%s” is not a quantity."), text);
  return FALSE;
}

/**
 * gr_parse_packs:
 * @text: a quantity as gr_parse_amount() reads it, or "4 packs", "+1 carton" where the item comes in packs
 * @now: (nullable): what stands there, for steps and shares; a share of whole units stays whole
 *
 * Fails with %GR_ERROR_INVALID; a quantity is never negative.
 */
gboolean
gr_parse_packs (const char *text, const GrPack *pack, const GrQty *now, GrQty *out, GError **error)
{
  g_autofree char *number = g_strstrip (g_strdup (text));
  GrAmountRule rule = {GR_QTY_DIGITS, now, pack->unit};
  gboolean is_share = g_str_has_suffix (number, "%");
  gboolean is_step = now && (*number == '+' || *number == '-');
  GrQty qty;

  if (comes_in_packs (pack) && cut_pack_word (number)) {
    rule.base = NULL;
    if (!gr_parse_amount (number, &rule, &qty, NULL) || !gr_decimal_mul_div (qty, pack->size, GR_QTY_ONE, &qty) ||
        (is_step && !gr_decimal_add (*now, qty, &qty)))
      return refuse (text, error);
  } else if (!gr_parse_amount (number, &rule, &qty, error)) {
    return FALSE;
  }
  if (is_share && now && *now % GR_QTY_ONE == 0)
    qty = gr_decimal_round_div (qty, GR_QTY_ONE) * GR_QTY_ONE;
  if (qty < 0)
    return refuse (text, error);
  *out = qty;
  return TRUE;
}
