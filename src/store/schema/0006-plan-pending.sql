-- Derived: deeds that the forecasts and the plan do not follow from yet. A row comes into the file with its deed, so
-- that nothing is forgotten where the program ends in between, and goes when they have followed.
CREATE TABLE plan_pending (
  deed_id      INTEGER PRIMARY KEY REFERENCES deed (id),
  is_of_demand INTEGER NOT NULL CHECK (is_of_demand IN (0, 1)) -- forecasts are to be made again too
) STRICT;
