-- Triggers that hold in any program that opens the file. Put up anew after every schema step, beside the journal's.

-- The ledger and the journal are only ever added to, and only by a deed.
CREATE TRIGGER move_only_in_deed AFTER INSERT ON move WHEN NOT EXISTS (SELECT 1 FROM open_deed)
BEGIN SELECT RAISE (ABORT, 'no deed is open'); END;
CREATE TRIGGER move_never_changes BEFORE UPDATE ON move
BEGIN SELECT RAISE (ABORT, 'the ledger is never changed'); END;
CREATE TRIGGER move_never_goes BEFORE DELETE ON move
BEGIN SELECT RAISE (ABORT, 'the ledger is never changed'); END;
CREATE TRIGGER deed_change_never_changes BEFORE UPDATE ON deed_change
BEGIN SELECT RAISE (ABORT, 'the journal is never changed'); END;
CREATE TRIGGER deed_change_never_goes BEFORE DELETE ON deed_change
BEGIN SELECT RAISE (ABORT, 'the journal is never changed'); END;

-- Sold lines are added under a batch, which only a deed can make, and stay.
CREATE TRIGGER sale_line_only_in_deed AFTER INSERT ON sale_line WHEN NOT EXISTS (SELECT 1 FROM open_deed)
BEGIN SELECT RAISE (ABORT, 'no deed is open'); END;
CREATE TRIGGER sale_line_never_changes BEFORE UPDATE ON sale_line
BEGIN SELECT RAISE (ABORT, 'sold lines are never changed'); END;
CREATE TRIGGER sale_line_never_goes BEFORE DELETE ON sale_line
BEGIN SELECT RAISE (ABORT, 'sold lines are never changed'); END;

-- Balances and demand follow from the above, in the same deed.
CREATE TRIGGER balance_insert_only_in_deed AFTER INSERT ON balance WHEN NOT EXISTS (SELECT 1 FROM open_deed)
BEGIN SELECT RAISE (ABORT, 'no deed is open'); END;
CREATE TRIGGER balance_update_only_in_deed AFTER UPDATE ON balance WHEN NOT EXISTS (SELECT 1 FROM open_deed)
BEGIN SELECT RAISE (ABORT, 'no deed is open'); END;
CREATE TRIGGER balance_delete_only_in_deed AFTER DELETE ON balance WHEN NOT EXISTS (SELECT 1 FROM open_deed)
BEGIN SELECT RAISE (ABORT, 'no deed is open'); END;
CREATE TRIGGER demand_day_insert_only_in_deed AFTER INSERT ON demand_day WHEN NOT EXISTS (SELECT 1 FROM open_deed)
BEGIN SELECT RAISE (ABORT, 'no deed is open'); END;
CREATE TRIGGER demand_day_update_only_in_deed AFTER UPDATE ON demand_day WHEN NOT EXISTS (SELECT 1 FROM open_deed)
BEGIN SELECT RAISE (ABORT, 'no deed is open'); END;
CREATE TRIGGER demand_day_delete_only_in_deed AFTER DELETE ON demand_day WHEN NOT EXISTS (SELECT 1 FROM open_deed)
BEGIN SELECT RAISE (ABORT, 'no deed is open'); END;
