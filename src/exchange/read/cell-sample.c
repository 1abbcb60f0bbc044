#include "cell-sample.h"

#include <string.h>

/* Rows kept in memory; those of copies are the same ones. */
typedef struct {
  GrCellSource parent;
  GPtrArray *rows; /* GrCellRow, with its cells and their texts behind it */
  guint at;
} GrCellSample;

static void
rewind_rows (GrCellSource *source)
{
  ((GrCellSample *) source)->at = 0;
  source->fraction = 0;
}

static gboolean
next_row (GrCellSource *source, const GrCellRow **row, GError **error)
{
  GrCellSample *self = (GrCellSample *) source;

  *row = self->at < self->rows->len ? self->rows->pdata[self->at++] : NULL;
  source->fraction = self->rows->len > 0 ? (double) self->at / self->rows->len : 1;
  return TRUE;
}

static void
free_rows (GrCellSource *source)
{
  g_ptr_array_unref (((GrCellSample *) source)->rows);
  g_free (source);
}

static GrCellSource *copy_rows (const GrCellSource *source);

static const GrCellSourceClass sample_class = {rewind_rows, next_row, copy_rows, free_rows};

static GrCellSource *
make_sample (GPtrArray *rows)
{
  GrCellSample *self = g_new0 (GrCellSample, 1);

  self->parent.class = &sample_class;
  self->rows = rows;
  return &self->parent;
}

static GrCellSource *
copy_rows (const GrCellSource *source)
{
  return make_sample (g_ptr_array_ref (((const GrCellSample *) source)->rows));
}

static gsize
measure (const GrCellRow *row)
{
  gsize size = sizeof *row + row->n_cells * sizeof *row->cells;

  for (guint i = 0; i < row->n_cells; i++)
    size += row->cells[i].text != NULL ? row->cells[i].length + 1 : 0;
  return size;
}

static GrCellRow *
keep_row (const GrCellRow *row)
{
  GrCellRow *copy = g_malloc (measure (row));
  char *text;

  *copy = *row;
  copy->cells = (GrCell *) (copy + 1);
  text = (char *) (copy->cells + row->n_cells);
  for (guint i = 0; i < row->n_cells; i++) {
    GrCell *cell = &copy->cells[i];

    *cell = row->cells[i];
    if (cell->text == NULL)
      continue;
    cell->text = memcpy (text, row->cells[i].text, cell->length + 1);
    text += cell->length + 1;
  }
  return copy;
}

static gboolean
keep_rows (GPtrArray *rows, GrCellSource *source, const GrCellSampleSize *size, GError **error)
{
  const GrCellRow *row = NULL;
  gsize used = 0;

  while (rows->len < size->n_rows && used < size->n_bytes) {
    if (!gr_cell_source_next (source, &row, error))
      return FALSE;
    if (row == NULL)
      return TRUE;
    if (gr_cell_row_is_empty (row))
      continue;
    g_ptr_array_add (rows, keep_row (row));
    used += measure (row);
  }
  return TRUE;
}

/**
 * gr_cell_sample_new:
 * @source: read from its beginning, and left there
 *
 * Returns: (transfer full): the first rows of @source that hold anything, to be read again and again without it. Fails
 *   as @source does. O(@size).
 */
GrCellSource *
gr_cell_sample_new (GrCellSource *source, const GrCellSampleSize *size, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_free);
  gboolean is_read;

  gr_cell_source_rewind (source);
  is_read = keep_rows (rows, source, size, error);
  gr_cell_source_rewind (source);
  return is_read ? make_sample (g_steal_pointer (&rows)) : NULL;
}
