-- Derived: what events of a name did to an item in the past weeks that held one: what was asked for and what would have
-- been without it, in thousandths of units. From it an item learns what they did to others.
CREATE TABLE event_effect (
  name         TEXT    NOT NULL,
  item_id      INTEGER NOT NULL REFERENCES item (id) ON DELETE CASCADE,
  actual_qty   INTEGER NOT NULL CHECK (actual_qty >= 0),
  expected_qty INTEGER NOT NULL CHECK (expected_qty > 0),
  n_weeks      INTEGER NOT NULL CHECK (n_weeks > 0),
  PRIMARY KEY (name, item_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_effect_by_item ON event_effect (item_id);
