-- What stands in many statements. Put up anew after every schema step.

-- The plan that is made anew all the time, and what belongs to it.
CREATE VIEW working_plan AS SELECT id, made_at, made_for, horizon_weeks FROM plan WHERE kind = 'working';
CREATE VIEW working_line AS
  SELECT * FROM plan_line WHERE plan_id = (SELECT id FROM plan WHERE kind = 'working');
CREATE VIEW working_suggestion AS
  SELECT * FROM plan_suggestion WHERE plan_id = (SELECT id FROM plan WHERE kind = 'working');
CREATE VIEW working_forecast AS
  SELECT * FROM forecast WHERE plan_id = (SELECT id FROM plan WHERE kind = 'working');
CREATE VIEW working_point AS
  SELECT * FROM forecast_point WHERE plan_id = (SELECT id FROM plan WHERE kind = 'working');

-- The shop's own places, what lies there, and what each move made of the shop's stock.
CREATE VIEW own_place AS SELECT id, name, role FROM location WHERE kind = 'internal';
CREATE VIEW own_balance AS
  SELECT b.item_id, b.location_id, b.lot_id, b.qty FROM balance b JOIN location p ON p.id = b.location_id
  WHERE p.kind = 'internal';
CREATE VIEW own_move AS
  SELECT m.id, m.deed_id, m.item_id, m.lot_id, m.from_id, m.to_id, m.qty, m.moved_on, m.kind, m.line_kind, m.line_id,
    m.qty * ((t.kind = 'internal') - (f.kind = 'internal')) AS change
  FROM move m JOIN location f ON f.id = m.from_id JOIN location t ON t.id = m.to_id;

-- The count that rules for an item and a place: the last day's, of a day the last one written.
CREATE VIEW last_count AS
  SELECT l.id AS line_id, l.item_id, c.location_id, l.counted_on, l.counted_qty, c.deed_id
  FROM stock_count_line l JOIN stock_count c ON c.id = l.count_id
  WHERE c.state = 'posted' AND l.id = (
    SELECT n.id FROM stock_count_line n JOIN stock_count d ON d.id = n.count_id
    WHERE n.item_id = l.item_id AND d.location_id = c.location_id AND d.state = 'posted'
    ORDER BY n.counted_on DESC, n.id DESC LIMIT 1);

-- Lines of open orders, drafts too, and what is still to come of each.
CREATE VIEW open_line AS
  SELECT l.id, l.order_id, l.item_id, o.supplier_id, o.state, o.is_on_hold, l.unit_price,
    coalesce (l.expected_on, o.expected_on) AS expected_on,
    max (0, l.ordered_qty - l.received_qty - l.cancelled_qty) AS to_come
  FROM purchase_order_line l JOIN purchase_order o ON o.id = l.order_id
  WHERE o.state IN ('draft', 'approved', 'sent', 'partially-received');
