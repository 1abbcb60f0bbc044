#pragma once

#include "text-table.h"

#include "domain/base/money.h"

/**
 * GrAnswer:
 *
 * What a command has to say: in text, line by line; in JSON, one object with a member for each.
 */
typedef struct _GrAnswer GrAnswer;

GrAnswer *gr_answer_new (void);
void gr_answer_free (GrAnswer *answer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrAnswer, gr_answer_free)

void gr_answer_say (GrAnswer *answer, const char *key, const char *sentence);
void gr_answer_text (GrAnswer *answer, const char *key, const char *title, const char *text);
void gr_answer_word (GrAnswer *answer, const char *key, const char *title, const char *id, const char *word);
void gr_answer_number (GrAnswer *answer, const char *key, const char *title, gint64 value, int digits);
void gr_answer_money (GrAnswer *answer, const char *key, const char *title, GrMoney value, int currency_digits);
void gr_answer_date (GrAnswer *answer, const char *key, const char *title, GrDate date);
void gr_answer_list (GrAnswer *answer, const char *key, GrTable *table, const char *if_empty);

char *gr_answer_print (const GrAnswer *answer, gboolean as_json);
