-- Derived: the season that a family's items have in common, or without a family all of the shop's; what each month and
-- week of the year multiplies the usual by: now, and as it was known before the day from which forecasts are judged.
CREATE TABLE season (
  id          INTEGER PRIMARY KEY,
  family_id   INTEGER UNIQUE REFERENCES family (id) ON DELETE CASCADE,
  n_items     INTEGER NOT NULL,
  judged_from INTEGER
) STRICT;

CREATE TABLE season_index (
  season_id INTEGER NOT NULL REFERENCES season (id) ON DELETE CASCADE,
  grain     TEXT    NOT NULL CHECK (grain IN ('week', 'month')),
  step      INTEGER NOT NULL CHECK (step >= 0),
  now       REAL    NOT NULL CHECK (now > 0),
  past      REAL    CHECK (past > 0),
  PRIMARY KEY (season_id, grain, step)
) STRICT, WITHOUT ROWID;
