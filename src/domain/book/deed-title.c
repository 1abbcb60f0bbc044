#include "deed-title.h"

#include "domain/base/decimal.h"
#include "domain/base/quantity.h"
#include "domain/plan/forecast-method.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

/* What an argument is: a letter of a form's types. */
enum {
  TEXT = 's',
  QUANTITY = 'q', /* gint64 */
  NUMBER = 'n',   /* gint64; the first one chooses the plural */
  DAY = 'd',      /* GrDate */
  SHARE = 'p',    /* double, of 1 */
  METHOD = 'm',   /* GrForecastMethod */
  TITLE = 't',    /* of another deed */
};

typedef struct {
  const char *id;    /* frozen: files name it */
  const char *types; /* of its arguments */
  const char *text;
} Form;

/* Translators: these name what was done, in the history and after Undo and Redo. */
static const Form forms[GR_N_DEED_FORMS] = {
    [GR_DEED_NEW_SHOP] = {"new-shop", "", N_ ("New shop")},
    [GR_DEED_DEMO_SHOP] = {"demo-shop", "", N_ ("Demo shop")},
    [GR_DEED_NAME_SHOP] = {"name-shop", "s", N_ ("Name the shop “%1$s”")},
    [GR_DEED_LEVEL_OF_SHOP] = {"level-of-shop", "p", N_ ("Service level of the shop: %1$s")},
    [GR_DEED_LEVEL_OF_FAMILY] = {"level-of-family", "sp", N_ ("Service level of %1$s: %2$s")},
    [GR_DEED_COMPACT] = {"compact", "", N_ ("Permanently delete undone imports")},
    [GR_DEED_NEW_ITEM] = {"new-item", "s", N_ ("New item %1$s")},
    [GR_DEED_ITEM] = {"item", "s", N_ ("Changes to %1$s")},
    [GR_DEED_ITEM_DESCRIPTION] = {"item-description", "s", N_ ("Description of %1$s")},
    [GR_DEED_ITEM_FAMILY] = {"item-family", "s", N_ ("Family of %1$s")},
    [GR_DEED_ITEM_COST] = {"item-cost", "s", N_ ("Purchase price of %1$s")},
    [GR_DEED_ITEM_PRICE] = {"item-price", "s", N_ ("Selling price of %1$s")},
    [GR_DEED_ITEM_LEVEL] = {"item-level", "s", N_ ("Service level of %1$s")},
    [GR_DEED_ADD_BARCODE] = {"add-barcode", "s", N_ ("Barcode %1$s")},
    [GR_DEED_REMOVE_BARCODE] = {"remove-barcode", "s", N_ ("Remove barcode %1$s")},
    [GR_DEED_NEW_SUPPLIER] = {"new-supplier", "s", N_ ("New supplier %1$s")},
    [GR_DEED_SUPPLIER] = {"supplier", "s", N_ ("Changes to supplier %1$s")},
    [GR_DEED_TERMS] = {"terms", "ss", N_ ("Terms of %1$s for %2$s")},
    [GR_DEED_REMOVE_TERMS] = {"remove-terms", "ss", N_ ("Remove the terms of %1$s for %2$s")},
    [GR_DEED_NO_PREDECESSOR] = {"no-predecessor", "s", N_ ("No predecessor of %1$s")},
    [GR_DEED_PREDECESSOR] = {"predecessor", "ss", N_ ("%1$s replaces %2$s")},
    [GR_DEED_ADJUST_STOCK] = {"adjust-stock", "sqq", N_ ("Adjust %1$s from %2$s to %3$s")},
    [GR_DEED_IMPORT_ITEMS] = {"import-items", "n", NULL},
    [GR_DEED_IMPORT_SALES] = {"import-sales", "n", NULL},
    [GR_DEED_IMPORT_STOCK] = {"import-stock", "n", NULL},
    [GR_DEED_IMPORT_SUPPLIERS] = {"import-suppliers", "n", NULL},
    [GR_DEED_FORECAST] = {"forecast", "s", N_ ("Forecast settings of %1$s")},
    [GR_DEED_FORECAST_BY_BEST] = {"forecast-by-best", "s", N_ ("Forecast method of %1$s: automatic")},
    [GR_DEED_FORECAST_BY] = {"forecast-by", "sm", N_ ("Forecast method of %1$s: %2$s")},
    [GR_DEED_FORECAST_FROM_ALL] = {"forecast-from-all", "s", N_ ("Forecast %1$s from its entire sales history")},
    [GR_DEED_FORECAST_FROM] = {"forecast-from", "sd", N_ ("Forecast %1$s from its sales history since %2$s")},
    [GR_DEED_LEAVE_OUT_DAYS] = {"leave-out-days", "dds", N_ ("Leave out %1$s to %2$s for %3$s")},
    [GR_DEED_COUNT_DAYS] = {"count-days", "dds", N_ ("Count %1$s to %2$s for %3$s")},
    [GR_DEED_NEW_EVENT] = {"new-event", "sd", N_ ("Event %1$s, %2$s")},
    [GR_DEED_EVENT] = {"event", "sd", N_ ("Changes to event %1$s, %2$s")},
    [GR_DEED_REMOVE_EVENT] = {"remove-event", "sd", N_ ("Remove event %1$s, %2$s")},
    [GR_DEED_NEW_ORDER] = {"new-order", "ss", N_ ("New order %1$s to %2$s")},
    /* Translators: quantity, item, order: "Order 48 × 22041 on PO-0007" */
    [GR_DEED_ORDER_LINE] = {"order-line", "qss", N_ ("Order %1$s × %2$s on %3$s")},
    [GR_DEED_REMOVE_ORDER_LINE] = {"remove-order-line", "ss", N_ ("Remove %1$s from %2$s")},
    [GR_DEED_APPROVE_ORDER] = {"approve-order", "s", N_ ("Approve %1$s")},
    [GR_DEED_REOPEN_ORDER] = {"reopen-order", "s", N_ ("Turn %1$s back into a draft")},
    [GR_DEED_HOLD_ORDER] = {"hold-order", "s", N_ ("Put %1$s on hold")},
    [GR_DEED_RESUME_ORDER] = {"resume-order", "s", N_ ("Resume %1$s")},
    [GR_DEED_CANCEL_ORDER] = {"cancel-order", "s", N_ ("Cancel %1$s")},
    [GR_DEED_CLOSE_ORDER] = {"close-order", "s", N_ ("Close %1$s")},
    [GR_DEED_CLOSE_ORDER_SHORT] = {"close-order-short", "s", N_ ("Close %1$s without the rest")},
    [GR_DEED_RECEIVE_ALL] = {"receive-all", "s", N_ ("Receive the rest of %1$s")},
    [GR_DEED_SEND_ORDER] = {"send-order", "ss", N_ ("Send %1$s to %2$s")},
    /* Translators: quantity, item, order: "Receive 48 × 22041 on PO-0007" */
    [GR_DEED_RECEIVE_LINE] = {"receive-line", "qss", N_ ("Receive %1$s × %2$s on %3$s")},
    [GR_DEED_RECEIVE_LINES] = {"receive-lines", "ns", NULL},
    [GR_DEED_ACCEPT_INTO_ORDER] = {"accept-into-order", "ns", NULL},
    [GR_DEED_ACCEPT_INTO_ORDERS] = {"accept-into-orders", "nn", NULL},
    [GR_DEED_AND_MORE_ORDERS] = {"and-more-orders", "tn", NULL},
    [GR_DEED_UNDO] = {"undo", "t", N_ ("Undo: %1$s")},
    [GR_DEED_REDO] = {"redo", "t", N_ ("Redo: %1$s")},
};

/* The text of a form whose words go by a number. */
static const char *
text_for (GrDeedForm form, gulong n)
{
  switch ((guint) form) {
  case GR_DEED_IMPORT_ITEMS:
    return ngettext ("Import of %1$s item", "Import of %1$s items", n);
  case GR_DEED_IMPORT_SALES:
    return ngettext ("Import of %1$s sale", "Import of %1$s sales", n);
  case GR_DEED_IMPORT_STOCK:
    return ngettext ("Stock count of %1$s item", "Stock count of %1$s items", n);
  case GR_DEED_IMPORT_SUPPLIERS:
    return ngettext ("Import of %1$s supplier", "Import of %1$s suppliers", n);
  case GR_DEED_RECEIVE_LINES:
    return ngettext ("Receive %1$s item on %2$s", "Receive %1$s items on %2$s", n);
  case GR_DEED_ACCEPT_INTO_ORDER:
    /* Translators: "Accept 12 suggestions into PO-0007" */
    return ngettext ("Accept %1$s suggestion into %2$s", "Accept %1$s suggestions into %2$s", n);
  case GR_DEED_ACCEPT_INTO_ORDERS:
    /* Translators: "Accept 12 suggestions into 3 orders"; both are more than one */
    return ngettext ("Accept %1$s suggestion (orders: %2$s)", "Accept %1$s suggestions (orders: %2$s)", n);
  case GR_DEED_AND_MORE_ORDERS:
    /* Translators: "Approve PO-0007, and 2 more orders" */
    return ngettext ("%1$s, and %2$s more order", "%1$s, and %2$s more orders", n);
  default:
    return _ (forms[form].text);
  }
}

/* An argument as files keep it, the same in every locale. */
static void
add_argument (JsonArray *array, char type, va_list *arguments)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  switch (type) {
  case QUANTITY:
  case NUMBER:
    json_array_add_int_element (array, va_arg (*arguments, gint64));
    break;
  case DAY:
    json_array_add_int_element (array, va_arg (*arguments, GrDate));
    break;
  case SHARE:
    json_array_add_string_element (array, g_ascii_dtostr (text, sizeof text, va_arg (*arguments, double)));
    break;
  case METHOD:
    json_array_add_string_element (array, gr_forecast_method_id (va_arg (*arguments, GrForecastMethod)));
    break;
  default:
    json_array_add_string_element (array, va_arg (*arguments, const char *));
  }
}

/**
 * gr_deed_title_new:
 * @...: what #GrDeedForm says behind @form: texts and other titles as const char *, quantities and numbers as gint64,
 *   days as #GrDate, shares of 1 as double, methods as #GrForecastMethod
 *
 * A deed's title as the journal keeps it: what is said and of what, so that everyone reads it in his own language.
 *
 * Returns: (transfer full): a JSON array, for gr_deed_title_read()
 */
char *
gr_deed_title_new (GrDeedForm form, ...)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_ARRAY);
  JsonArray *array = json_array_new();
  va_list arguments;

  json_array_add_string_element (array, forms[form].id);
  va_start (arguments, form);
  for (const char *type = forms[form].types; *type != '\0'; type++)
    add_argument (array, *type, &arguments);
  va_end (arguments);
  json_node_take_array (node, array);
  return json_to_string (node, FALSE);
}

static gboolean
find_form (const char *id, GrDeedForm *form)
{
  for (guint i = 0; i < GR_N_DEED_FORMS; i++)
    if (g_strcmp0 (forms[i].id, id) == 0) {
      *form = i;
      return TRUE;
    }
  return FALSE;
}

static char *
read_share (const char *text)
{
  return gr_decimal_percent (g_ascii_strtod (text != NULL ? text : "", NULL), 1);
}

static char *
read_argument (char type, JsonNode *node, GrDate done_on)
{
  const char *text = json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
  gint64 number = json_node_get_value_type (node) == G_TYPE_INT64 ? json_node_get_int (node) : 0;
  GrForecastMethod method;

  switch (type) {
  case QUANTITY:
    return gr_decimal_title (number, GR_QTY_DIGITS, 0);
  case NUMBER:
    return gr_decimal_title (number, 0, 0);
  case DAY:
    return gr_date_title ((GrDate) number, done_on);
  case SHARE:
    return read_share (text);
  case METHOD:
    return g_strdup (gr_forecast_method_from_id (text, &method) ? gr_forecast_method_title (method) : text);
  case TITLE:
    return gr_deed_title_read (text, done_on);
  default:
    return g_strdup (text);
  }
}

/* Puts the arguments in where the text says %1$s, %2$s, ... */
static char *
fill_in (const char *text, char **arguments)
{
  GString *filled = g_string_new (NULL);
  guint n = g_strv_length (arguments);

  for (const char *at = text; *at != '\0'; at++) {
    guint which = at[0] == '%' && g_ascii_isdigit (at[1]) ? (guint) (at[1] - '0') : 0;

    if (which >= 1 && which <= n && strncmp (at + 2, "$s", 2) == 0) {
      g_string_append (filled, arguments[which - 1]);
      at += 3;
    } else {
      g_string_append_c (filled, *at);
    }
  }
  return g_string_free (filled, FALSE);
}

static char *
read_array (JsonArray *array, GrDate done_on)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new_with_free_func (g_free);
  gulong n = 1;
  GrDeedForm form;

  if (json_array_get_length (array) == 0 || !find_form (json_array_get_string_element (array, 0), &form) ||
      json_array_get_length (array) != 1 + strlen (forms[form].types))
    return NULL;
  for (guint i = 0; forms[form].types[i] != '\0'; i++) {
    JsonNode *node = json_array_get_element (array, i + 1);

    if (!JSON_NODE_HOLDS_VALUE (node))
      return NULL;
    if (forms[form].types[i] == NUMBER && n == 1)
      n = (gulong) json_node_get_int (node);
    g_ptr_array_add (arguments, read_argument (forms[form].types[i], node, done_on));
  }
  g_ptr_array_add (arguments, NULL);
  return fill_in (text_for (form, n), (char **) arguments->pdata);
}

/**
 * gr_deed_title_read:
 * @title: (nullable): of gr_deed_title_new(), or the sentence itself, as older programs kept it
 * @done_on: the deed's day; days of its year are said without it
 *
 * Returns: (transfer full): @title in the language of who reads it. What a newer program wrote and this one cannot say
 *   is shown as it stands.
 */
char *
gr_deed_title_read (const char *title, GrDate done_on)
{
  g_autoptr (JsonNode) node = title != NULL && g_str_has_prefix (title, "[\"") ? json_from_string (title, NULL) : NULL;
  char *text = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? read_array (json_node_get_array (node), done_on) : NULL;

  return text != NULL ? text : g_strdup (title != NULL ? title : "");
}
