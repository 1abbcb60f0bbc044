#pragma once

#include <glib.h>

/**
 * GrExplanationLine:
 * @id: a fixed word for files and tests, "safety-stock"; lines of one kind (weeks) share it
 * @label, @value: in words, ready to show
 * @formula: (nullable): how the value follows from the lines above
 * @number: what @value says, in units, days or as it is; a date as its day
 */
typedef struct {
  const char *id;
  char *label;
  char *value;
  char *formula;
  double number;
} GrExplanationLine;

/**
 * GrExplanation:
 *
 * Why an item's plan says what it says: @sentence is the answer first, @lines the chain that adds up.
 */
typedef struct {
  char *sentence;
  GPtrArray *lines; /* GrExplanationLine */
} GrExplanation;

void gr_explanation_free (GrExplanation *explanation);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrExplanation, gr_explanation_free)

void gr_explanation_line_free (GrExplanationLine *line);

GPtrArray *gr_explanation_lines_new (void);
void gr_explanation_lines_take (GPtrArray *lines, const char *label, char *value, const char *formula);
char *gr_explanation_lines_text (const GPtrArray *lines);
