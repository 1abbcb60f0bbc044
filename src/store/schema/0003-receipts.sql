-- Deliveries are looked up by the order line they came for: a supplier's record, on time and how many days it takes.

CREATE INDEX move_by_order_line ON move (order_line_id) WHERE order_line_id IS NOT NULL;
