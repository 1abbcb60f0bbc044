#include "csv-reader.h"

#include <csv.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define PIECE_SIZE (64 * 1024)

/* libcsv behind a scanner of our own. A whole line without a quote, as nearly all lines are, is split in place;
 * everything else goes through libcsv, line by line, so that rows know where in the file they stand. A line ends one
 * row at most. */
struct _GrCsvReader {
  struct csv_parser parser;
  char delimiter;
  gboolean is_between_rows;
  gboolean is_skipping; /* a broken row's last line is passed over up to its end */
  gboolean is_after_cr; /* a line feed that comes now belongs to the line before */
  guint64 line;         /* the one that the next byte is on */
  guint64 row_line;     /* the one that the row began on */
  gsize row_length;     /* bytes of it that libcsv has been given */
  const char *at, *end; /* what is left of the piece that was fed */
  const char *newline;  /* the next line feed from @at on, or @end; %NULL where it was not looked for yet */
  GrCell *cells;
  guint n_cells;
  guint n_allocated;
  gsize used;
  GrCellRow row; /* the last one that was whole */
  gboolean has_row;
  char text[GR_CSV_ROW_LIMIT + 2 * PIECE_SIZE]; /* the row's texts, each with its NUL; never moves */
};

/**
 * gr_csv_reader_new:
 * @delimiter: what parts fields
 *
 * A parser that is fed pieces of UTF-8 text. It understands RFC 4180 and, where files stray from it, what libcsv does:
 * blanks around unquoted fields are dropped, a quote inside a field stands for itself. Memory is fixed; O(bytes).
 */
GrCsvReader *
gr_csv_reader_new (char delimiter)
{
  GrCsvReader *self = g_malloc (sizeof *self);

  *self = (GrCsvReader){.delimiter = delimiter, .is_between_rows = TRUE, .line = 1};
  csv_init (&self->parser, CSV_REPALL_NL);
  csv_set_delim (&self->parser, (unsigned char) delimiter);
  return self;
}

/**
 * gr_csv_reader_free:
 *
 * Rows that it handed out go with it.
 */
void
gr_csv_reader_free (GrCsvReader *self)
{
  if (self == NULL)
    return;
  csv_free (&self->parser);
  g_free (self->cells);
  g_free (self);
}

static void
add_cell (GrCsvReader *self, char *text, gsize length)
{
  if (self->n_cells == self->n_allocated) {
    self->n_allocated = MAX (32, self->n_allocated * 2);
    self->cells = g_renew (GrCell, self->cells, self->n_allocated);
  }
  self->cells[self->n_cells++] = (GrCell){.kind = GR_VALUE_TEXT, .text = text, .length = length};
}

static void
end_row (GrCsvReader *self, gboolean is_broken)
{
  if (self->n_cells > 0 || is_broken) {
    self->row =
        (GrCellRow){self->row_line, self->n_cells, self->cells, is_broken ? _ ("a quotation mark is missing") : NULL};
    self->has_row = TRUE;
  }
  self->n_cells = 0;
  self->used = 0;
  self->row_length = 0;
  self->is_between_rows = TRUE;
}

static void
take_field_cb (void *text, size_t length, void *data)
{
  GrCsvReader *self = data;
  char *copy = self->text + self->used;

  if (length > 0)
    memcpy (copy, text, length);
  copy[length] = '\0';
  self->used += length + 1;
  add_cell (self, copy, length);
}

static void
take_row_cb (int terminator, void *data)
{
  end_row (data, FALSE);
}

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t';
}

/* A line without a quote, without its end: what libcsv would make of it, several times faster. */
static void
split_plain_line (GrCsvReader *self, const char *line, gsize length)
{
  char *at = self->text, *end = self->text + length;

  memcpy (self->text, line, length);
  while (at < end && *at != self->delimiter && is_blank (*at))
    at++;
  if (at < end)
    for (;;) {
      char *start, *stop;

      while (at < end && *at != self->delimiter && is_blank (*at))
        at++;
      for (start = at; at < end && *at != self->delimiter;)
        at++;
      for (stop = at; stop > start && is_blank (stop[-1]);)
        stop--;
      *stop = '\0';
      add_cell (self, start, (gsize) (stop - start));
      if (at++ >= end)
        break;
    }
  end_row (self, FALSE);
}

static void
reset_parser (GrCsvReader *self)
{
  csv_free (&self->parser);
  csv_init (&self->parser, CSV_REPALL_NL);
  csv_set_delim (&self->parser, (unsigned char) self->delimiter);
}

static void
parse_piece (GrCsvReader *self, const char *text, gsize length, gboolean is_ended)
{
  csv_parse (&self->parser, text, length, take_field_cb, take_row_cb, self);
  if (self->is_between_rows)
    return;
  self->row_length += length;
  if (self->row_length > GR_CSV_ROW_LIMIT) {
    reset_parser (self);
    end_row (self, TRUE);
    self->is_skipping = !is_ended;
  }
}

/* One line with its end, or a piece of one without. */
static void
take_piece (GrCsvReader *self, const char *text, gsize length)
{
  gboolean is_ended = text[length - 1] == '\n' || text[length - 1] == '\r';
  gsize ending = !is_ended ? 0 : length > 1 && text[length - 2] == '\r' ? 2 : 1;

  if (self->is_skipping)
    self->is_skipping = !is_ended;
  else if (self->is_between_rows && is_ended && memchr (text, '"', length) == NULL) {
    self->row_line = self->line;
    split_plain_line (self, text, length - ending);
  } else {
    if (self->is_between_rows)
      self->row_line = self->line;
    self->is_between_rows = FALSE;
    parse_piece (self, text, length, is_ended);
  }
  self->is_after_cr = text[length - 1] == '\r';
  self->line += is_ended;
}

/* Bytes up to and with the end of the line at @text, LF, CR LF or CR; all of them, up to a limit, where it does not
 * end. */
static gsize
measure_line (const char *text, gsize length, const char *newline)
{
  gsize n = newline != NULL ? (gsize) (newline - text) + 1 : length;
  const char *cr = memchr (text, '\r', n);

  if (cr != NULL && cr + 1 != newline)
    n = (gsize) (cr - text) + 1;
  return MIN (n, PIECE_SIZE);
}

/* The line feed of a CR LF that was cut in two. */
static void
finish_crlf (GrCsvReader *self)
{
  csv_parse (&self->parser, "\n", 1, take_field_cb, take_row_cb, self);
  self->is_after_cr = FALSE;
}

/**
 * gr_csv_reader_feed:
 * @text: the next piece of valid UTF-8, cut anywhere; it stays where it is until gr_csv_reader_next() gave %NULL
 */
void
gr_csv_reader_feed (GrCsvReader *self, const char *text, gsize length)
{
  self->at = text;
  self->end = text + length;
  self->newline = NULL;
}

/**
 * gr_csv_reader_next:
 *
 * Returns: (nullable): the next row that has a field, blank lines being passed over; %NULL where more text is needed.
 *   Good until the next call.
 */
const GrCellRow *
gr_csv_reader_next (GrCsvReader *self)
{
  self->has_row = FALSE;
  while (self->at < self->end && !self->has_row) {
    gsize n = 1;

    if (self->is_after_cr && *self->at == '\n')
      finish_crlf (self);
    else {
      if (self->newline == NULL || self->newline < self->at)
        self->newline = memchr (self->at, '\n', (gsize) (self->end - self->at));
      if (self->newline == NULL)
        self->newline = self->end;
      n = measure_line (self->at, (gsize) (self->end - self->at), self->newline < self->end ? self->newline : NULL);
      take_piece (self, self->at, n);
    }
    self->at += n;
  }
  return self->has_row ? &self->row : NULL;
}

/**
 * gr_csv_reader_finish:
 *
 * The text is over.
 *
 * Returns: (nullable): a last row that no line break ended.
 */
const GrCellRow *
gr_csv_reader_finish (GrCsvReader *self)
{
  if (self->is_between_rows)
    return NULL;
  self->has_row = FALSE;
  csv_set_opts (&self->parser, CSV_REPALL_NL | CSV_STRICT | CSV_STRICT_FINI);
  if (csv_fini (&self->parser, take_field_cb, take_row_cb, self) != 0)
    end_row (self, TRUE);
  return self->has_row ? &self->row : NULL;
}
