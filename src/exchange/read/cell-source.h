#pragma once

#include "domain/base/date.h"

typedef enum {
  GR_VALUE_EMPTY,
  GR_VALUE_TEXT,
  GR_VALUE_NUMBER,
  GR_VALUE_DATE,
  GR_VALUE_BOOLEAN,
  GR_VALUE_ERROR,
} GrValueKind;

/**
 * GrCell:
 * @date: of a date
 * @text: of a text, and of an error what stands there: valid UTF-8 without blanks around it, ended by a NUL
 * @length: bytes of @text
 * @number: of a number; of a boolean 1 or 0
 * @fault: of an error, what is wrong in words
 *
 * A cell as the file has it: text where it says nothing about a type, as a CSV file never does.
 */
typedef struct {
  GrValueKind kind;
  GrDate date;
  char *text;
  gsize length;
  union {
    double number;
    const char *fault;
  };
} GrCell;

/**
 * GrCellRow:
 * @number: as a spreadsheet counts, from 1; the line that it begins on, where the file is one of text
 * @fault: (nullable): what is wrong with the row as a whole, in words; its cells then mean nothing
 *
 * Valid until the next row is asked for.
 */
typedef struct {
  guint64 number;
  guint n_cells;
  GrCell *cells;
  const char *fault;
} GrCellRow;

typedef struct _GrCellSource GrCellSource;

/**
 * GrCellSourceClass:
 * @rewind: goes before the first row and closes what is open; the next row is one of the file as it is then
 * @next: see gr_cell_source_next()
 * @copy: the same rows for another thread, before the first one
 *
 * What a kind of file has to know so that it can be imported.
 */
typedef struct {
  void (*rewind) (GrCellSource *source);
  gboolean (*next) (GrCellSource *source, const GrCellRow **row, GError **error);
  GrCellSource *(*copy) (const GrCellSource *source);
  void (*free) (GrCellSource *source);
} GrCellSourceClass;

/**
 * GrCellSource:
 * @sheet: (nullable): the sheet's name, where the file has sheets
 * @fraction: how much of the file has been read, 0 to 1
 * @checksum: (nullable): the SHA-256 of the file in hexadecimal, once read to the end
 *
 * The rows of a table in a file, whatever kind of file it is. Its fields are for the kind to write.
 */
struct _GrCellSource {
  const GrCellSourceClass *class;
  const char *sheet;
  double fraction;
  const char *checksum;
};

#define GR_CELL_TEXT_SIZE 32

static inline gboolean
gr_cell_source_next (GrCellSource *source, const GrCellRow **row, GError **error)
{
  return source->class->next (source, row, error);
}

void gr_cell_source_rewind (GrCellSource *source);
GrCellSource *gr_cell_source_copy (const GrCellSource *source);
void gr_cell_source_free (GrCellSource *source);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrCellSource, gr_cell_source_free)

void gr_cell_trim (GrCell *cell);
const char *gr_cell_text (const GrCell *cell, char *buffer);
gboolean gr_cell_row_is_empty (const GrCellRow *row);
