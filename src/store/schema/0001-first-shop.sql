-- Schema version 1. Frozen once released: later steps are files of their own.
-- Quantities are thousandths of the item's unit, prices ten-thousandths and money minor units of the currency,
-- dates days since 1970-01-01, instants microseconds UTC. Rows that a person can change have numbers that are never
-- given twice (AUTOINCREMENT): the ledger and the journal remember them after the row is gone.

CREATE TABLE setting (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

-- What a user did. undone_by names the undo that took it back, undoes the deed that this one took back.
CREATE TABLE deed (
  id        INTEGER PRIMARY KEY,
  done_at   INTEGER NOT NULL,
  done_on   INTEGER NOT NULL,
  who       TEXT    NOT NULL,
  kind      TEXT    NOT NULL,
  title     TEXT    NOT NULL,
  undoes    INTEGER REFERENCES deed (id),
  undone_by INTEGER REFERENCES deed (id)
) STRICT;

-- At most one row, and only inside a transaction: the deed that changes are booked to.
CREATE TABLE open_deed (
  only_one INTEGER PRIMARY KEY CHECK (only_one = 1),
  deed_id  INTEGER NOT NULL REFERENCES deed (id)
) STRICT;

-- The journal: rows before and after, as JSON objects.
CREATE TABLE deed_change (
  id         INTEGER PRIMARY KEY,
  deed_id    INTEGER NOT NULL REFERENCES deed (id),
  table_name TEXT    NOT NULL,
  row_id     TEXT    NOT NULL,
  before     TEXT,
  after      TEXT
) STRICT;
CREATE INDEX deed_change_by_deed ON deed_change (deed_id, id);
CREATE INDEX deed_change_by_row ON deed_change (table_name, row_id);

CREATE TABLE family (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  name          TEXT NOT NULL UNIQUE CHECK (name <> ''),
  service_level REAL CHECK (service_level > 0 AND service_level < 1)
) STRICT;

CREATE TABLE item (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  code          TEXT    NOT NULL UNIQUE CHECK (code <> ''),
  description   TEXT    NOT NULL DEFAULT '',
  family_id     INTEGER REFERENCES family (id),
  unit          TEXT    NOT NULL DEFAULT 'pcs' CHECK (unit <> ''),
  unit_cost     INTEGER NOT NULL DEFAULT 0 CHECK (unit_cost >= 0),
  unit_price    INTEGER NOT NULL DEFAULT 0 CHECK (unit_price >= 0),
  status        TEXT    NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'discontinued')),
  is_stocked    INTEGER NOT NULL DEFAULT 1 CHECK (is_stocked IN (0, 1)),
  service_level REAL CHECK (service_level > 0 AND service_level < 1)
) STRICT;
CREATE INDEX item_by_family ON item (family_id);

-- A barcode carries its unit: a carton's code stands for qty pieces.
CREATE TABLE barcode (
  id      INTEGER PRIMARY KEY AUTOINCREMENT,
  code    TEXT    NOT NULL UNIQUE CHECK (code <> ''),
  item_id INTEGER NOT NULL REFERENCES item (id) ON DELETE CASCADE,
  qty     INTEGER NOT NULL DEFAULT 1000 CHECK (qty > 0)
) STRICT;
CREATE INDEX barcode_by_item ON barcode (item_id);

-- Where goods can be. The virtual ones are the other ends of the double entry.
CREATE TABLE location (
  id   INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE CHECK (name <> ''),
  kind TEXT NOT NULL CHECK (kind IN ('internal', 'supplier', 'customer', 'adjustment', 'transit', 'production'))
) STRICT;

CREATE TABLE supplier (
  id                  INTEGER PRIMARY KEY AUTOINCREMENT,
  name                TEXT    NOT NULL UNIQUE CHECK (name <> ''),
  currency            TEXT    CHECK (length(currency) = 3),
  email               TEXT,
  phone               TEXT,
  note                TEXT,
  lead_time_days      INTEGER NOT NULL DEFAULT 7 CHECK (lead_time_days BETWEEN 0 AND 3650),
  lead_time_sd_days   REAL    NOT NULL DEFAULT 0 CHECK (lead_time_sd_days BETWEEN 0 AND 3650),
  payment_terms_days  INTEGER NOT NULL DEFAULT 0 CHECK (payment_terms_days BETWEEN 0 AND 3650),
  minimum_order_value INTEGER NOT NULL DEFAULT 0 CHECK (minimum_order_value >= 0)
) STRICT;

-- Terms. NULL lead times: the supplier's own.
CREATE TABLE supplier_item (
  id                INTEGER PRIMARY KEY AUTOINCREMENT,
  supplier_id       INTEGER NOT NULL REFERENCES supplier (id) ON DELETE CASCADE,
  item_id           INTEGER NOT NULL REFERENCES item (id) ON DELETE CASCADE,
  supplier_code     TEXT,
  unit_price        INTEGER NOT NULL DEFAULT 0 CHECK (unit_price >= 0),
  lead_time_days    INTEGER CHECK (lead_time_days BETWEEN 0 AND 3650),
  lead_time_sd_days REAL    CHECK (lead_time_sd_days BETWEEN 0 AND 3650),
  minimum_order_qty INTEGER NOT NULL DEFAULT 0 CHECK (minimum_order_qty >= 0),
  order_multiple    INTEGER NOT NULL DEFAULT 0 CHECK (order_multiple >= 0),
  is_preferred      INTEGER NOT NULL DEFAULT 1 CHECK (is_preferred IN (0, 1)),
  UNIQUE (item_id, supplier_id)
) STRICT;
CREATE INDEX supplier_item_by_supplier ON supplier_item (supplier_id);

CREATE TABLE purchase_order (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  number      TEXT    NOT NULL UNIQUE CHECK (number <> ''),
  supplier_id INTEGER NOT NULL REFERENCES supplier (id),
  state       TEXT    NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'approved', 'sent', 'partially-received',
                                                                'received', 'closed', 'cancelled')),
  is_on_hold  INTEGER NOT NULL DEFAULT 0 CHECK (is_on_hold IN (0, 1)),
  created_on  INTEGER NOT NULL,
  approved_on INTEGER,
  sent_on     INTEGER,
  expected_on INTEGER,
  closed_on   INTEGER,
  note        TEXT
) STRICT;
CREATE INDEX purchase_order_by_supplier ON purchase_order (supplier_id, state);
CREATE INDEX purchase_order_by_state ON purchase_order (state, expected_on);

CREATE TABLE purchase_order_line (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  order_id      INTEGER NOT NULL REFERENCES purchase_order (id) ON DELETE CASCADE,
  item_id       INTEGER NOT NULL REFERENCES item (id),
  ordered_qty   INTEGER NOT NULL CHECK (ordered_qty > 0),
  received_qty  INTEGER NOT NULL DEFAULT 0 CHECK (received_qty >= 0),
  cancelled_qty INTEGER NOT NULL DEFAULT 0 CHECK (cancelled_qty >= 0),
  unit_price    INTEGER NOT NULL DEFAULT 0 CHECK (unit_price >= 0),
  expected_on   INTEGER,
  UNIQUE (order_id, item_id)
) STRICT;
CREATE INDEX purchase_order_line_by_item ON purchase_order_line (item_id);

-- The ledger: immutable double entry. A positive quantity goes from one place to another. Taking back is a move of the
-- same kind in the other direction, on the same day, that names what it reverses. Without foreign keys to what an undo
-- can take away: history stays, and the check proves that what is left of such rows adds up to nothing.
CREATE TABLE move (
  id            INTEGER PRIMARY KEY,
  deed_id       INTEGER NOT NULL REFERENCES deed (id),
  item_id       INTEGER NOT NULL,
  from_id       INTEGER NOT NULL,
  to_id         INTEGER NOT NULL,
  qty           INTEGER NOT NULL CHECK (qty > 0),
  moved_on      INTEGER NOT NULL,
  kind          TEXT    NOT NULL CHECK (kind IN ('count', 'adjustment', 'sale', 'return', 'receipt')),
  unit_cost     INTEGER NOT NULL DEFAULT 0 CHECK (unit_cost >= 0),
  reason        TEXT,
  order_line_id INTEGER,
  sale_line_id  INTEGER,
  reverses      INTEGER REFERENCES move (id),
  CHECK (from_id <> to_id)
) STRICT;
CREATE INDEX move_by_item ON move (item_id, moved_on, id);
CREATE INDEX move_by_deed ON move (deed_id);
CREATE UNIQUE INDEX move_by_reversed ON move (reverses) WHERE reverses IS NOT NULL;

-- Kept in the transaction of the moves; never replayed but by the check. No row stands for nothing.
CREATE TABLE balance (
  item_id     INTEGER NOT NULL REFERENCES item (id),
  location_id INTEGER NOT NULL REFERENCES location (id),
  qty         INTEGER NOT NULL,
  PRIMARY KEY (item_id, location_id)
) STRICT, WITHOUT ROWID;

-- The last count of an item in a place: what lay there at the start of that day. Sales move stock from it onward.
CREATE TABLE stock_count (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  item_id     INTEGER NOT NULL REFERENCES item (id) ON DELETE CASCADE,
  location_id INTEGER NOT NULL REFERENCES location (id),
  deed_id     INTEGER NOT NULL REFERENCES deed (id),
  counted_on  INTEGER NOT NULL,
  counted_qty INTEGER NOT NULL,
  UNIQUE (item_id, location_id)
) STRICT;

-- Sold lines come in batches. A line counts while its batch is here: taking an import back removes the batch's row and
-- redoing it puts the row back; the lines themselves are only ever added.
CREATE TABLE sale_batch (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  deed_id       INTEGER NOT NULL REFERENCES deed (id),
  first_line_id INTEGER NOT NULL,
  n_lines       INTEGER NOT NULL CHECK (n_lines >= 0)
) STRICT;

-- Sold lines as they were imported. line is the line's number on its invoice, 0 where the file had none.
CREATE TABLE sale_line (
  id         INTEGER PRIMARY KEY,
  batch_id   INTEGER NOT NULL,
  item_id    INTEGER NOT NULL,
  sold_on    INTEGER NOT NULL,
  qty        INTEGER NOT NULL CHECK (qty <> 0),
  unit_price INTEGER NOT NULL,
  invoice    TEXT,
  line       INTEGER NOT NULL
) STRICT;
CREATE INDEX sale_line_by_day ON sale_line (sold_on, item_id);

-- Demand of an item on a day: sold and taken back apart, and the money of both together.
CREATE TABLE demand_day (
  item_id      INTEGER NOT NULL REFERENCES item (id),
  sold_on      INTEGER NOT NULL,
  sold_qty     INTEGER NOT NULL,
  returned_qty INTEGER NOT NULL,
  revenue      INTEGER NOT NULL,
  PRIMARY KEY (item_id, sold_on)
) STRICT, WITHOUT ROWID;

-- Files that were imported, by content, so that the same one is noticed.
CREATE TABLE imported_file (
  id      INTEGER PRIMARY KEY AUTOINCREMENT,
  deed_id INTEGER NOT NULL REFERENCES deed (id),
  kind    TEXT    NOT NULL,
  name    TEXT    NOT NULL,
  sha256  TEXT    NOT NULL,
  n_rows  INTEGER NOT NULL
) STRICT;
CREATE INDEX imported_file_by_content ON imported_file (sha256);

-- How the owner wants an item forecast: by one method, from history since a day. No row: as the program sees fit.
CREATE TABLE forecast_choice (
  item_id      INTEGER PRIMARY KEY REFERENCES item (id) ON DELETE CASCADE,
  method       TEXT CHECK (method <> ''),
  history_from INTEGER,
  CHECK (method IS NOT NULL OR history_from IS NOT NULL)
) STRICT;

-- Days of an item's history that the owner decided on: set aside they say nothing of demand, kept they do. Without a
-- row stock-outs are set aside and what stands out is kept.
CREATE TABLE demand_mark (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  item_id      INTEGER NOT NULL REFERENCES item (id) ON DELETE CASCADE,
  kind         TEXT    NOT NULL CHECK (kind IN ('outlier', 'stock-out')),
  starts_on    INTEGER NOT NULL,
  ends_before  INTEGER NOT NULL CHECK (ends_before > starts_on),
  is_set_aside INTEGER NOT NULL CHECK (is_set_aside IN (0, 1)),
  UNIQUE (item_id, kind, starts_on)
) STRICT;

-- Derived: one row an item and grain, and its points. The fingerprint is of what it was made from.
CREATE TABLE forecast (
  item_id        INTEGER NOT NULL REFERENCES item (id) ON DELETE CASCADE,
  grain          TEXT    NOT NULL CHECK (grain IN ('week', 'month')),
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
  PRIMARY KEY (item_id, grain)
) STRICT, WITHOUT ROWID;

CREATE TABLE forecast_point (
  item_id   INTEGER NOT NULL REFERENCES item (id) ON DELETE CASCADE,
  grain     TEXT    NOT NULL CHECK (grain IN ('week', 'month')),
  starts_on INTEGER NOT NULL,
  mean      REAL    NOT NULL,
  lo80      REAL    NOT NULL,
  hi80      REAL    NOT NULL,
  lo95      REAL    NOT NULL,
  hi95      REAL    NOT NULL,
  naive     REAL    NOT NULL,
  cumulative_sd REAL NOT NULL,
  PRIMARY KEY (item_id, grain, starts_on)
) STRICT, WITHOUT ROWID;

-- Derived: the running plan. One plan, a line an item, and the orders it suggests.
CREATE TABLE plan (
  id            INTEGER PRIMARY KEY CHECK (id = 1),
  made_at       INTEGER NOT NULL,
  made_for      INTEGER NOT NULL,
  horizon_weeks INTEGER NOT NULL
) STRICT;

CREATE TABLE plan_line (
  item_id         INTEGER PRIMARY KEY REFERENCES item (id) ON DELETE CASCADE,
  supplier_id     INTEGER REFERENCES supplier (id) ON DELETE SET NULL,
  health          INTEGER NOT NULL,
  safety_stock    INTEGER NOT NULL,
  reorder_point   INTEGER NOT NULL,
  order_up_to     INTEGER NOT NULL,
  days_of_supply  REAL,
  stock_out_on    INTEGER,
  money_at_risk   INTEGER NOT NULL,
  excess_value    INTEGER NOT NULL,
  weekly_demand   REAL    NOT NULL
) STRICT;
CREATE INDEX plan_line_by_health ON plan_line (health, money_at_risk);

CREATE TABLE plan_suggestion (
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
  PRIMARY KEY (item_id, step)
) STRICT, WITHOUT ROWID;
CREATE INDEX plan_suggestion_by_date ON plan_suggestion (order_on);

-- Search as you type: any part of a code, description or barcode.
CREATE VIRTUAL TABLE item_search USING fts5 (code, description, barcodes, tokenize = 'trigram');

INSERT INTO location (id, name, kind) VALUES
  (1, 'Suppliers', 'supplier'),
  (2, 'Customers', 'customer'),
  (3, 'Adjustments', 'adjustment'),
  (4, 'Shop', 'internal'),
  (5, 'Warehouse', 'internal');
