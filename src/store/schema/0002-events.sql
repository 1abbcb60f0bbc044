-- Schema version 2: known events, and items that take another's place.

-- Days on which more or less is sold than usual, for a reason that is known: a promotion, a feast, a fair. Of the whole
-- shop, of a family or of one item. Rows of the same name are the same event happening again. lift_percent is what the
-- owner expects it to add, where they have an idea.
CREATE TABLE event (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  name         TEXT    NOT NULL CHECK (name <> ''),
  family_id    INTEGER REFERENCES family (id) ON DELETE CASCADE,
  item_id      INTEGER REFERENCES item (id) ON DELETE CASCADE,
  starts_on    INTEGER NOT NULL,
  ends_before  INTEGER NOT NULL CHECK (ends_before > starts_on),
  lift_percent INTEGER CHECK (lift_percent BETWEEN -90 AND 900),
  CHECK (family_id IS NULL OR item_id IS NULL)
) STRICT;
CREATE INDEX event_by_family ON event (family_id);
CREATE INDEX event_by_item ON event (item_id);

-- What an item is forecast from for the time before it was sold: another's sales, times a share; without one, as the
-- days on which both were sold compare.
CREATE TABLE predecessor (
  item_id        INTEGER PRIMARY KEY REFERENCES item (id) ON DELETE CASCADE,
  predecessor_id INTEGER NOT NULL REFERENCES item (id) ON DELETE CASCADE CHECK (predecessor_id <> item_id),
  share_percent  INTEGER CHECK (share_percent BETWEEN 1 AND 1000)
) STRICT;
CREATE INDEX predecessor_by_predecessor ON predecessor (predecessor_id);
