#include "answer.h"

#include "json-text.h"

#include "domain/base/decimal.h"

struct _GrAnswer {
  GString *text;
  JsonObject *object;
};

GrAnswer *
gr_answer_new (void)
{
  GrAnswer *answer = g_new0 (GrAnswer, 1);

  answer->text = g_string_new (NULL);
  answer->object = json_object_new();
  return answer;
}

void
gr_answer_free (GrAnswer *answer)
{
  if (answer == NULL)
    return;
  g_string_free (answer->text, TRUE);
  json_object_unref (answer->object);
  g_free (answer);
}

/**
 * gr_answer_say:
 *
 * A sentence on a line of its own.
 */
void
gr_answer_say (GrAnswer *answer, const char *key, const char *sentence)
{
  g_string_append_printf (answer->text, "%s\n", sentence);
  json_object_set_string_member (answer->object, key, sentence);
}

/**
 * gr_answer_text:
 * @title: (nullable): %NULL for what only programs want to know
 * @text: (nullable): %NULL says nothing, in JSON null
 */
void
gr_answer_text (GrAnswer *answer, const char *key, const char *title, const char *text)
{
  if (title != NULL && text != NULL)
    g_string_append_printf (answer->text, "%s: %s\n", title, text);
  if (text != NULL)
    json_object_set_string_member (answer->object, key, text);
  else
    json_object_set_null_member (answer->object, key);
}

/**
 * gr_answer_word:
 * @id: for programs
 * @word: for people
 */
void
gr_answer_word (GrAnswer *answer, const char *key, const char *title, const char *id, const char *word)
{
  g_string_append_printf (answer->text, "%s: %s\n", title, word);
  json_object_set_string_member (answer->object, key, id);
}

void
gr_answer_number (GrAnswer *answer, const char *key, const char *title, gint64 value, int digits)
{
  g_autofree char *text = gr_decimal_format (value, digits, 0);

  if (title != NULL)
    g_string_append_printf (answer->text, "%s: %s\n", title, text);
  json_object_set_member (answer->object, key, gr_json_number (value, digits));
}

/**
 * gr_answer_money:
 *
 * As gr_answer_number(), with all of the currency's decimals for the eye.
 */
void
gr_answer_money (GrAnswer *answer, const char *key, const char *title, GrMoney value, int currency_digits)
{
  g_autofree char *text = gr_decimal_format (value, currency_digits, currency_digits);

  g_string_append_printf (answer->text, "%s: %s\n", title, text);
  json_object_set_member (answer->object, key, gr_json_number (value, currency_digits));
}

void
gr_answer_date (GrAnswer *answer, const char *key, const char *title, GrDate date)
{
  g_autofree char *text = date != GR_DATE_NONE ? gr_date_format (date) : NULL;

  gr_answer_text (answer, key, title, text);
}

/**
 * gr_answer_list:
 * @table: (transfer full):
 * @if_empty: (nullable): what to say in place of a table without rows
 */
void
gr_answer_list (GrAnswer *answer, const char *key, GrTable *table, const char *if_empty)
{
  if (gr_table_n_rows (table) > 0 && answer->text->len > 0)
    g_string_append_c (answer->text, '\n');
  if (gr_table_n_rows (table) > 0)
    gr_table_print (table, answer->text);
  else if (if_empty != NULL)
    g_string_append_printf (answer->text, "%s\n", if_empty);
  json_object_set_member (answer->object, key, gr_table_to_json (table));
  gr_table_free (table);
}

/**
 * gr_answer_print:
 *
 * Returns: (transfer full): what goes to standard output, ended by a line break
 */
char *
gr_answer_print (const GrAnswer *answer, gboolean as_json)
{
  g_autoptr (JsonNode) root = NULL;

  if (!as_json)
    return g_strdup (answer->text->str);
  root = json_node_init_object (json_node_alloc(), answer->object);
  return gr_json_text (root);
}
