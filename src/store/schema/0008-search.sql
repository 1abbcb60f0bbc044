-- Search and the order of lists come from what items are called, held in memory, not from an index in the file.
DROP TABLE item_search;

-- A code or barcode is found in either case.
CREATE INDEX item_by_code_in_any_case ON item (code COLLATE NOCASE);
CREATE INDEX barcode_by_code_in_any_case ON barcode (code COLLATE NOCASE);

-- A grain is a word of the program, and a table can't be altered: no list of words in it.
CREATE TABLE season_index_new (
  season_id INTEGER NOT NULL REFERENCES season (id) ON DELETE CASCADE,
  grain     TEXT    NOT NULL,
  step      INTEGER NOT NULL CHECK (step >= 0),
  now       REAL    NOT NULL CHECK (now > 0),
  past      REAL    CHECK (past > 0),
  PRIMARY KEY (season_id, grain, step)
) STRICT, WITHOUT ROWID;
INSERT INTO season_index_new SELECT season_id, grain, step, now, past FROM season_index;
DROP TABLE season_index;
ALTER TABLE season_index_new RENAME TO season_index;
