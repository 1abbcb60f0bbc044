#pragma once

#include <glib.h>

/**
 * GrError:
 * @GR_ERROR_INVALID: what was typed or read is no such thing (a number, a date, a code)
 * @GR_ERROR_NOT_FOUND: no item, supplier, order or file of that name
 * @GR_ERROR_REFUSED: the deed is not allowed in this state
 * @GR_ERROR_EXISTS: there is one of that name already
 * @GR_ERROR_CONFLICT: a row no longer looks as the deed to be undone left it, or as it was shown when it was edited
 * @GR_ERROR_NEWER: the file was written by a newer Granary
 * @GR_ERROR_NOT_A_SHOP: the file is no Granary shop
 * @GR_ERROR_DAMAGED: the file is damaged
 * @GR_ERROR_BUSY: another program holds the file
 * @GR_ERROR_IO: reading or writing failed
 *
 * Cancelled work ends with %G_IO_ERROR_CANCELLED.
 */
typedef enum {
  GR_ERROR_INVALID,
  GR_ERROR_NOT_FOUND,
  GR_ERROR_REFUSED,
  GR_ERROR_EXISTS,
  GR_ERROR_CONFLICT,
  GR_ERROR_NEWER,
  GR_ERROR_NOT_A_SHOP,
  GR_ERROR_DAMAGED,
  GR_ERROR_BUSY,
  GR_ERROR_IO,
} GrError;

#define GR_ERROR (gr_error_quark())

GQuark gr_error_quark (void);
