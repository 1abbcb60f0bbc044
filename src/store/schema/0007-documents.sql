-- Schema version 7: documents with lines, places by their role, plans beside the working one, room for lots. What kinds
-- and states there are is the program's to know: no table lists them, so that a new one needs no new table. Foreign keys
-- are off meanwhile (see migration.c): tables are written anew beside the old ones and then take their names.

-- Names of the places that every shop has come from the program, by role, in the reader's language, until the owner names
-- them. Nothing else tells one place from another: their numbers mean nothing.
CREATE TABLE location_new (
  id   INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT UNIQUE CHECK (name <> ''),
  kind TEXT NOT NULL CHECK (kind <> ''),
  role TEXT UNIQUE CHECK (role <> ''),
  CHECK (name IS NOT NULL OR role IS NOT NULL)
) STRICT;
INSERT INTO location_new (id, name, kind, role)
  SELECT l.id, CASE WHEN l.name = b.name THEN NULL ELSE l.name END, l.kind, b.role FROM location l
  LEFT JOIN (SELECT 1 AS id, 'Suppliers' AS name, 'suppliers' AS role UNION ALL SELECT 2, 'Customers', 'customers'
    UNION ALL SELECT 3, 'Adjustments', 'adjustments' UNION ALL SELECT 4, 'Shop', 'shop'
    UNION ALL SELECT 5, 'Warehouse', 'warehouse') b ON b.id = l.id;
DELETE FROM sqlite_sequence WHERE name = 'location_new';
INSERT INTO sqlite_sequence (name, seq) SELECT 'location_new', seq FROM sqlite_sequence WHERE name = 'location';
DROP TABLE location;
ALTER TABLE location_new RENAME TO location;

CREATE TABLE item_new (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  code          TEXT    NOT NULL UNIQUE CHECK (code <> ''),
  description   TEXT    NOT NULL DEFAULT '',
  family_id     INTEGER REFERENCES family (id),
  unit          TEXT    NOT NULL DEFAULT 'pcs' CHECK (unit <> ''),
  unit_cost     INTEGER NOT NULL DEFAULT 0 CHECK (unit_cost >= 0),
  unit_price    INTEGER NOT NULL DEFAULT 0 CHECK (unit_price >= 0),
  status        TEXT    NOT NULL DEFAULT 'active' CHECK (status <> ''),
  is_stocked    INTEGER NOT NULL DEFAULT 1 CHECK (is_stocked IN (0, 1)),
  service_level REAL CHECK (service_level > 0 AND service_level < 1)
) STRICT;
INSERT INTO item_new SELECT id, code, description, family_id, unit, unit_cost, unit_price, status, is_stocked,
  service_level FROM item;
DELETE FROM sqlite_sequence WHERE name = 'item_new';
INSERT INTO sqlite_sequence (name, seq) SELECT 'item_new', seq FROM sqlite_sequence WHERE name = 'item';
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
CREATE INDEX item_by_family ON item (family_id);

CREATE TABLE purchase_order_new (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  number      TEXT    NOT NULL UNIQUE CHECK (number <> ''),
  supplier_id INTEGER NOT NULL REFERENCES supplier (id),
  state       TEXT    NOT NULL DEFAULT 'draft' CHECK (state <> ''),
  is_on_hold  INTEGER NOT NULL DEFAULT 0 CHECK (is_on_hold IN (0, 1)),
  created_on  INTEGER NOT NULL,
  approved_on INTEGER,
  sent_on     INTEGER,
  expected_on INTEGER,
  closed_on   INTEGER,
  note        TEXT
) STRICT;
INSERT INTO purchase_order_new SELECT id, number, supplier_id, state, is_on_hold, created_on, approved_on, sent_on,
  expected_on, closed_on, note FROM purchase_order;
DELETE FROM sqlite_sequence WHERE name = 'purchase_order_new';
INSERT INTO sqlite_sequence (name, seq)
  SELECT 'purchase_order_new', seq FROM sqlite_sequence WHERE name = 'purchase_order';
DROP TABLE purchase_order;
ALTER TABLE purchase_order_new RENAME TO purchase_order;
CREATE INDEX purchase_order_by_supplier ON purchase_order (supplier_id, state);
CREATE INDEX purchase_order_by_state ON purchase_order (state, expected_on);

CREATE TABLE demand_mark_new (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  item_id      INTEGER NOT NULL REFERENCES item (id) ON DELETE CASCADE,
  kind         TEXT    NOT NULL CHECK (kind <> ''),
  starts_on    INTEGER NOT NULL,
  ends_before  INTEGER NOT NULL CHECK (ends_before > starts_on),
  is_set_aside INTEGER NOT NULL CHECK (is_set_aside IN (0, 1)),
  UNIQUE (item_id, kind, starts_on)
) STRICT;
INSERT INTO demand_mark_new SELECT id, item_id, kind, starts_on, ends_before, is_set_aside FROM demand_mark;
DELETE FROM sqlite_sequence WHERE name = 'demand_mark_new';
INSERT INTO sqlite_sequence (name, seq) SELECT 'demand_mark_new', seq FROM sqlite_sequence WHERE name = 'demand_mark';
DROP TABLE demand_mark;
ALTER TABLE demand_mark_new RENAME TO demand_mark;

-- Goods of one make that are told apart: by a code, and the day until which they are good.
CREATE TABLE lot (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  item_id    INTEGER NOT NULL REFERENCES item (id) ON DELETE CASCADE,
  code       TEXT    NOT NULL CHECK (code <> ''),
  expires_on INTEGER
) STRICT;
CREATE UNIQUE INDEX lot_by_code ON lot (item_id, code);

-- Kept in the transaction of the moves; never replayed but by the check. No row stands for nothing. Lot 0 is none.
CREATE TABLE balance_new (
  item_id     INTEGER NOT NULL REFERENCES item (id),
  location_id INTEGER NOT NULL REFERENCES location (id),
  lot_id      INTEGER NOT NULL DEFAULT 0,
  qty         INTEGER NOT NULL,
  PRIMARY KEY (item_id, location_id, lot_id)
) STRICT, WITHOUT ROWID;
INSERT INTO balance_new SELECT item_id, location_id, 0, qty FROM balance;
DROP TABLE balance;
ALTER TABLE balance_new RENAME TO balance;

-- Counts are documents: a sheet for a place, with a line an item: what lay there at the start of the line's day. They are
-- kept when the place is counted again; of a place and an item the last posted line rules, and sales move stock from its
-- day onward. deed_id is the deed that posted it.
CREATE TABLE stock_count_new (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  location_id INTEGER NOT NULL REFERENCES location (id),
  state       TEXT    NOT NULL CHECK (state <> ''),
  opened_on   INTEGER NOT NULL,
  posted_on   INTEGER,
  deed_id     INTEGER REFERENCES deed (id),
  CHECK (state <> 'posted' OR (posted_on IS NOT NULL AND deed_id IS NOT NULL))
) STRICT;
CREATE TABLE stock_count_line (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  count_id    INTEGER NOT NULL REFERENCES stock_count (id) ON DELETE CASCADE,
  item_id     INTEGER NOT NULL REFERENCES item (id) ON DELETE CASCADE,
  counted_on  INTEGER,
  counted_qty INTEGER,
  CHECK ((counted_on IS NULL) = (counted_qty IS NULL))
) STRICT;

-- Old counts had one row for an item and a place, written over by the next; the journal kept what each had said. Every one
-- becomes a line again, those of a deed and a place a sheet. In the journal, what a deed did to the row becomes what it
-- did to sheet and line, so that it can be undone and redone as before.
CREATE TEMP TABLE old_count AS
  SELECT c.id, c.deed_id, d.undoes IS NOT NULL AND u.undoes IS NULL AS is_undo, c.before, c.after,
    c.before ->> '$.deed_id' AS before_deed, c.before ->> '$.location_id' AS before_place,
    c.before ->> '$.item_id' AS before_item, c.after ->> '$.deed_id' AS after_deed,
    c.after ->> '$.location_id' AS after_place, c.after ->> '$.item_id' AS after_item
  FROM deed_change c JOIN deed d ON d.id = c.deed_id LEFT JOIN deed u ON u.id = d.undoes
  WHERE c.table_name = 'stock_count';

-- Each line as the deed that counted left it.
CREATE TEMP TABLE counted (
  id          INTEGER PRIMARY KEY,
  deed_id     INTEGER NOT NULL,
  location_id INTEGER NOT NULL,
  item_id     INTEGER NOT NULL,
  counted_on  INTEGER NOT NULL,
  counted_qty INTEGER NOT NULL,
  UNIQUE (deed_id, location_id, item_id)
);
INSERT INTO counted (deed_id, location_id, item_id, counted_on, counted_qty)
  SELECT deed_id, location_id, item_id, counted_on, counted_qty FROM (
    SELECT after_deed AS deed_id, after_place AS location_id, after_item AS item_id,
      after ->> '$.counted_on' AS counted_on, after ->> '$.counted_qty' AS counted_qty, min (id) AS first_id
      FROM old_count WHERE after_deed = deed_id GROUP BY 1, 2, 3)
  ORDER BY first_id;
UPDATE counted SET counted_on = c.after ->> '$.counted_on', counted_qty = c.after ->> '$.counted_qty'
  FROM old_count c WHERE c.id = (SELECT max (o.id) FROM old_count o WHERE o.deed_id = counted.deed_id
    AND o.after_deed = counted.deed_id AND o.after_place = counted.location_id AND o.after_item = counted.item_id);
INSERT INTO counted (deed_id, location_id, item_id, counted_on, counted_qty)
  SELECT deed_id, location_id, item_id, counted_on, counted_qty FROM stock_count WHERE true ORDER BY id
  ON CONFLICT (deed_id, location_id, item_id) DO NOTHING;

CREATE TEMP TABLE sheet (
  id          INTEGER PRIMARY KEY,
  deed_id     INTEGER NOT NULL,
  location_id INTEGER NOT NULL,
  day         INTEGER NOT NULL,
  UNIQUE (deed_id, location_id)
);
INSERT INTO sheet (deed_id, location_id, day)
  SELECT deed_id, location_id, min (counted_on) FROM counted GROUP BY deed_id, location_id ORDER BY min (id);

-- What stands: of deeds that hold, and of items that are there.
INSERT INTO stock_count_new (id, location_id, state, opened_on, posted_on, deed_id)
  SELECT s.id, s.location_id, 'posted', s.day, s.day, s.deed_id FROM sheet s JOIN deed d ON d.id = s.deed_id
  WHERE d.undone_by IS NULL;
INSERT INTO stock_count_line (id, count_id, item_id, counted_on, counted_qty)
  SELECT c.id, s.id, c.item_id, c.counted_on, c.counted_qty FROM counted c
  JOIN sheet s ON s.deed_id = c.deed_id AND s.location_id = c.location_id JOIN stock_count_new n ON n.id = s.id
  JOIN item i ON i.id = c.item_id;
DELETE FROM sqlite_sequence WHERE name IN ('stock_count_new', 'stock_count_line');
INSERT INTO sqlite_sequence (name, seq) SELECT 'stock_count_new', count (*) FROM sheet
  UNION ALL SELECT 'stock_count_line', count (*) FROM counted;

-- The journal, with numbers anew: a sheet comes before its lines, and goes after them.
CREATE TEMP TABLE old_line AS
  SELECT o.id AS change_id, o.deed_id, c.id, s.id AS count_id, 0 AS is_after,
    json_object ('id', c.id, 'count_id', s.id, 'item_id', c.item_id, 'counted_on', o.before ->> '$.counted_on',
      'counted_qty', o.before ->> '$.counted_qty') AS image
    FROM old_count o JOIN counted c ON c.deed_id = o.before_deed AND c.location_id = o.before_place
    AND c.item_id = o.before_item JOIN sheet s ON s.deed_id = c.deed_id AND s.location_id = c.location_id
  UNION ALL SELECT o.id, o.deed_id, c.id, s.id, 1,
    json_object ('id', c.id, 'count_id', s.id, 'item_id', c.item_id, 'counted_on', o.after ->> '$.counted_on',
      'counted_qty', o.after ->> '$.counted_qty')
    FROM old_count o JOIN counted c ON c.deed_id = o.after_deed AND c.location_id = o.after_place
    AND c.item_id = o.after_item JOIN sheet s ON s.deed_id = c.deed_id AND s.location_id = c.location_id;
CREATE INDEX temp.old_line_by_change ON old_line (change_id, is_after);
CREATE TEMP TABLE new_change AS
  SELECT id AS at, 1 AS place, deed_id, table_name, row_id, before, after FROM deed_change
    WHERE table_name <> 'stock_count';
-- Written over within one deed: the same line. Otherwise a count adds its line, and taking it back removes that.
INSERT INTO new_change
  SELECT o.id, 1, o.deed_id, 'stock_count_line', coalesce (b.id, a.id),
    CASE WHEN b.id IS a.id OR a.id IS NULL OR o.is_undo THEN b.image END,
    CASE WHEN b.id IS a.id OR b.id IS NULL OR NOT o.is_undo THEN a.image END
  FROM old_count o LEFT JOIN old_line b ON b.change_id = o.id AND b.is_after = 0
  LEFT JOIN old_line a ON a.change_id = o.id AND a.is_after = 1 WHERE coalesce (b.id, a.id) IS NOT NULL;
UPDATE new_change SET row_id = coalesce (before, after) ->> '$.id' WHERE table_name = 'stock_count_line';
INSERT INTO new_change
  SELECT CASE WHEN o.is_undo THEN max (o.id) ELSE min (o.id) END, CASE WHEN o.is_undo THEN 2 ELSE 0 END, o.deed_id,
    'stock_count', s.id, CASE WHEN o.is_undo THEN i.image END, CASE WHEN NOT o.is_undo THEN i.image END
  FROM old_count o JOIN deed d ON d.id = o.deed_id JOIN sheet s ON
    (o.is_undo AND s.deed_id = o.before_deed AND s.location_id = o.before_place AND s.deed_id = d.undoes) OR
    (NOT o.is_undo AND s.deed_id = o.after_deed AND s.location_id = o.after_place)
  JOIN (SELECT id, json_object ('id', id, 'location_id', location_id, 'state', 'posted', 'opened_on', day,
    'posted_on', day, 'deed_id', deed_id) AS image FROM sheet) i ON i.id = s.id
  GROUP BY o.deed_id, s.id;
CREATE TABLE deed_change_new (
  id         INTEGER PRIMARY KEY,
  deed_id    INTEGER NOT NULL REFERENCES deed (id),
  table_name TEXT    NOT NULL,
  row_id     TEXT    NOT NULL,
  before     TEXT,
  after      TEXT
) STRICT;
INSERT INTO deed_change_new (id, deed_id, table_name, row_id, before, after)
  SELECT row_number() OVER (ORDER BY at, place, row_id), deed_id, table_name, row_id, before, after FROM new_change;
DROP TABLE deed_change;
ALTER TABLE deed_change_new RENAME TO deed_change;
CREATE INDEX deed_change_by_deed ON deed_change (deed_id, id);
CREATE INDEX deed_change_by_row ON deed_change (table_name, row_id);
DROP TABLE stock_count;
ALTER TABLE stock_count_new RENAME TO stock_count;
CREATE INDEX stock_count_by_deed ON stock_count (deed_id, location_id);
CREATE UNIQUE INDEX stock_count_line_by_count ON stock_count_line (count_id, item_id);
CREATE INDEX stock_count_line_by_item ON stock_count_line (item_id, counted_on, id);

-- The ledger: a move names the line of the document that it came of by the document's kind and the line's number. Without
-- foreign keys to what an undo can take away: history stays, and the check proves that what is left of such rows adds up
-- to nothing. Lot 0 is none.
CREATE TABLE move_new (
  id         INTEGER PRIMARY KEY,
  deed_id    INTEGER NOT NULL REFERENCES deed (id),
  item_id    INTEGER NOT NULL,
  lot_id     INTEGER NOT NULL DEFAULT 0,
  from_id    INTEGER NOT NULL,
  to_id      INTEGER NOT NULL,
  qty        INTEGER NOT NULL CHECK (qty > 0),
  moved_on   INTEGER NOT NULL,
  kind       TEXT    NOT NULL CHECK (kind <> ''),
  unit_cost  INTEGER NOT NULL DEFAULT 0 CHECK (unit_cost >= 0),
  reason     TEXT,
  line_kind  TEXT CHECK (line_kind <> ''),
  line_id    INTEGER,
  reverses   INTEGER REFERENCES move (id),
  CHECK (from_id <> to_id),
  CHECK ((line_kind IS NULL) = (line_id IS NULL))
) STRICT;
CREATE TEMP TABLE counting_move AS
  WITH RECURSIVE chain (id, line_id) AS (
    SELECT m.id, c.id FROM move m JOIN counted c ON c.deed_id = m.deed_id AND c.item_id = m.item_id
      AND c.location_id IN (m.from_id, m.to_id) WHERE m.kind = 'count' AND m.reverses IS NULL
    UNION ALL SELECT m.id, chain.line_id FROM chain JOIN move m ON m.reverses = chain.id)
  SELECT id, line_id FROM chain;
CREATE INDEX temp.counting_move_by_id ON counting_move (id);
INSERT INTO move_new (id, deed_id, item_id, lot_id, from_id, to_id, qty, moved_on, kind, unit_cost, reason, line_kind,
    line_id, reverses)
  SELECT m.id, m.deed_id, m.item_id, 0, m.from_id, m.to_id, m.qty, m.moved_on, m.kind, m.unit_cost, m.reason,
    CASE WHEN m.order_line_id IS NOT NULL THEN 'order' WHEN m.sale_line_id IS NOT NULL THEN 'sale'
      WHEN c.line_id IS NOT NULL THEN 'count' END, coalesce (m.order_line_id, m.sale_line_id, c.line_id), m.reverses
  FROM move m LEFT JOIN counting_move c ON c.id = m.id ORDER BY m.id;
DROP TABLE move;
ALTER TABLE move_new RENAME TO move;
CREATE INDEX move_by_item ON move (item_id, moved_on, id);
CREATE INDEX move_by_deed ON move (deed_id);
CREATE UNIQUE INDEX move_by_reversed ON move (reverses) WHERE reverses IS NOT NULL;
CREATE INDEX move_by_order_line ON move (line_id) WHERE line_kind = 'order';

DROP TABLE counting_move;
DROP TABLE new_change;
DROP TABLE old_line;
DROP TABLE sheet;
DROP TABLE counted;
DROP TABLE old_count;

-- Derived: plans. One is the working plan, made anew all the time; versions that were approved and scenarios stand beside
-- it. Rows of a plan lie together, so that the working one does not read through the others.
CREATE TABLE plan_new (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  kind          TEXT NOT NULL CHECK (kind <> ''),
  name          TEXT,
  made_at       INTEGER,
  made_for      INTEGER,
  horizon_weeks INTEGER
) STRICT;
INSERT INTO plan_new (kind, made_at, made_for, horizon_weeks) SELECT 'working', made_at, made_for, horizon_weeks
  FROM (SELECT 1) LEFT JOIN plan;
DROP TABLE plan;
ALTER TABLE plan_new RENAME TO plan;
CREATE UNIQUE INDEX plan_working ON plan (kind) WHERE kind = 'working';

CREATE TABLE plan_line_new (
  plan_id         INTEGER NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
  item_id         INTEGER NOT NULL REFERENCES item (id) ON DELETE CASCADE,
  supplier_id     INTEGER REFERENCES supplier (id) ON DELETE SET NULL,
  health          INTEGER NOT NULL,
  safety_stock    INTEGER NOT NULL,
  reorder_point   INTEGER NOT NULL,
  order_up_to     INTEGER NOT NULL,
  days_of_supply  REAL,
  stock_out_on    INTEGER,
  money_at_risk   INTEGER NOT NULL,
  excess_value    INTEGER NOT NULL,
  weekly_demand   REAL    NOT NULL,
  PRIMARY KEY (plan_id, item_id)
) STRICT, WITHOUT ROWID;
INSERT INTO plan_line_new SELECT p.id, l.* FROM plan p CROSS JOIN plan_line l ORDER BY l.item_id;
DROP TABLE plan_line;
ALTER TABLE plan_line_new RENAME TO plan_line;
CREATE INDEX plan_line_by_item ON plan_line (item_id);
CREATE INDEX plan_line_by_health ON plan_line (plan_id, health, money_at_risk);

CREATE TABLE plan_suggestion_new (
  plan_id     INTEGER NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
  item_id     INTEGER NOT NULL REFERENCES item (id) ON DELETE CASCADE,
  step        INTEGER NOT NULL,
  supplier_id INTEGER NOT NULL REFERENCES supplier (id) ON DELETE CASCADE,
  need        INTEGER NOT NULL,
  qty         INTEGER NOT NULL CHECK (qty > 0),
  unit_price  INTEGER NOT NULL,
  needed_on   INTEGER NOT NULL,
  order_on    INTEGER NOT NULL,
  arrive_on   INTEGER NOT NULL,
  is_late     INTEGER NOT NULL CHECK (is_late IN (0, 1)),
  PRIMARY KEY (plan_id, item_id, step)
) STRICT, WITHOUT ROWID;
INSERT INTO plan_suggestion_new SELECT p.id, g.* FROM plan p CROSS JOIN plan_suggestion g ORDER BY g.item_id, g.step;
DROP TABLE plan_suggestion;
ALTER TABLE plan_suggestion_new RENAME TO plan_suggestion;
CREATE INDEX plan_suggestion_by_item ON plan_suggestion (item_id);
CREATE INDEX plan_suggestion_by_date ON plan_suggestion (plan_id, order_on);

CREATE TABLE forecast_new (
  plan_id        INTEGER NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
  item_id        INTEGER NOT NULL REFERENCES item (id) ON DELETE CASCADE,
  grain          TEXT    NOT NULL,
  starts_on      INTEGER NOT NULL,
  method         TEXT    NOT NULL,
  error_sd       REAL    NOT NULL,
  bias           REAL    NOT NULL,
  wape           REAL,
  naive_wape     REAL,
  mae            REAL,
  n_origins      INTEGER NOT NULL,
  n_history      INTEGER NOT NULL,
  fingerprint    INTEGER NOT NULL,
  PRIMARY KEY (plan_id, item_id, grain)
) STRICT, WITHOUT ROWID;
INSERT INTO forecast_new SELECT p.id, f.* FROM plan p CROSS JOIN forecast f ORDER BY f.item_id, f.grain;
CREATE TABLE forecast_point_new (
  plan_id   INTEGER NOT NULL,
  item_id   INTEGER NOT NULL,
  grain     TEXT    NOT NULL,
  starts_on INTEGER NOT NULL,
  mean      REAL    NOT NULL,
  lo80      REAL    NOT NULL,
  hi80      REAL    NOT NULL,
  lo95      REAL    NOT NULL,
  hi95      REAL    NOT NULL,
  naive     REAL    NOT NULL,
  cumulative_sd REAL NOT NULL,
  PRIMARY KEY (plan_id, item_id, grain, starts_on),
  FOREIGN KEY (plan_id, item_id, grain) REFERENCES forecast (plan_id, item_id, grain) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
INSERT INTO forecast_point_new
  SELECT p.id, f.* FROM plan p CROSS JOIN forecast_point f ORDER BY f.item_id, f.grain, f.starts_on;
DROP TABLE forecast_point;
DROP TABLE forecast;
ALTER TABLE forecast_new RENAME TO forecast;
ALTER TABLE forecast_point_new RENAME TO forecast_point;
CREATE INDEX forecast_by_item ON forecast (item_id);
