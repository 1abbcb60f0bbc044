#include "supplier.h"

#include "domain/base/error.h"

#include <glib/gi18n-lib.h>

/**
 * gr_supplier_new:
 *
 * Returns: (transfer full): a supplier without a name, who delivers in a week.
 */
GrSupplier *
gr_supplier_new (void)
{
  GrSupplier *supplier = g_new0 (GrSupplier, 1);

  supplier->lead_time_days = 7;
  return supplier;
}

GrSupplier *
gr_supplier_copy (const GrSupplier *supplier)
{
  GrSupplier *copy = g_memdup2 (supplier, sizeof *supplier);

  copy->name = g_strdup (supplier->name);
  copy->currency = g_strdup (supplier->currency);
  copy->email = g_strdup (supplier->email);
  copy->phone = g_strdup (supplier->phone);
  copy->note = g_strdup (supplier->note);
  return copy;
}

void
gr_supplier_free (GrSupplier *supplier)
{
  if (supplier == NULL)
    return;
  g_free (supplier->name);
  g_free (supplier->currency);
  g_free (supplier->email);
  g_free (supplier->phone);
  g_free (supplier->note);
  g_free (supplier);
}

static gboolean
refuse (const char *why, GError **error)
{
  g_set_error_literal (error, GR_ERROR, GR_ERROR_INVALID, why);
  return FALSE;
}

/**
 * gr_supplier_check:
 *
 * Whether @supplier may be saved. Fails with %GR_ERROR_INVALID and a message that names the field.
 */
gboolean
gr_supplier_check (const GrSupplier *supplier, GError **error)
{
  if (supplier->name == NULL || supplier->name[0] == '\0')
    return refuse (_ ("A supplier needs a name"), error);
  if (supplier->currency != NULL && !gr_currency_is_valid (supplier->currency))
    return refuse (_ ("A currency must be three capital letters, such as EUR"), error);
  if (supplier->lead_time_days < 0 || supplier->lead_time_days > 3650)
    return refuse (_ ("A lead time must be between 0 and 3650 days"), error);
  if (!(supplier->lead_time_sd_days >= 0 && supplier->lead_time_sd_days <= 3650))
    return refuse (_ ("The variation of a lead time must be between 0 and 3650 days"), error);
  if (supplier->payment_terms_days < 0 || supplier->payment_terms_days > 3650)
    return refuse (_ ("Payment terms must be between 0 and 3650 days"), error);
  if (supplier->minimum_order_value < 0)
    return refuse (_ ("A minimum order value can’t be below zero"), error);
  return TRUE;
}

/**
 * gr_supplier_item_new:
 *
 * Returns: (transfer full): terms with the supplier's own lead time, no minimum and no multiple.
 */
GrSupplierItem *
gr_supplier_item_new (void)
{
  GrSupplierItem *terms = g_new0 (GrSupplierItem, 1);

  terms->lead_time_days = -1;
  terms->lead_time_sd_days = -1;
  terms->is_preferred = TRUE;
  return terms;
}

GrSupplierItem *
gr_supplier_item_copy (const GrSupplierItem *terms)
{
  GrSupplierItem *copy = g_memdup2 (terms, sizeof *terms);

  copy->supplier_code = g_strdup (terms->supplier_code);
  return copy;
}

void
gr_supplier_item_free (GrSupplierItem *terms)
{
  if (terms == NULL)
    return;
  g_free (terms->supplier_code);
  g_free (terms);
}

/**
 * gr_supplier_item_check:
 *
 * Whether @terms may be saved. Fails with %GR_ERROR_INVALID and a message that names the field.
 */
gboolean
gr_supplier_item_check (const GrSupplierItem *terms, GError **error)
{
  if (terms->unit_price < 0)
    return refuse (_ ("A purchase price can’t be below zero"), error);
  if (terms->lead_time_days > 3650 || terms->lead_time_sd_days > 3650)
    return refuse (_ ("A lead time must be between 0 and 3650 days"), error);
  if (terms->minimum_order_qty < 0)
    return refuse (_ ("A minimum quantity can’t be below zero"), error);
  if (terms->order_multiple < 0)
    return refuse (_ ("A pack size can’t be below zero"), error);
  return TRUE;
}
