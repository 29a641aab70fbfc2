-- What the console needs of an import: the cells as they stand and stood, what people decided, and who agreed.
ALTER TABLE import ADD COLUMN file_name TEXT;                        -- null when a program sent it
ALTER TABLE import ADD COLUMN columns TEXT;                          -- JSON: the header, as the sheet writes it; null before cells were kept
ALTER TABLE import ADD COLUMN separator TEXT NOT NULL DEFAULT ',';
ALTER TABLE import ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;   -- moves with every change that checks the sheet anew
ALTER TABLE import ADD COLUMN ran_by TEXT;                           -- who issued from it last
ALTER TABLE import ADD COLUMN asked_by TEXT;                         -- who asked a second person, and who that was;
ALTER TABLE import ADD COLUMN asked_at TEXT;                         -- an approval is of one revision, and a change ends it
ALTER TABLE import ADD COLUMN approved_by TEXT;
ALTER TABLE import ADD COLUMN approved_at TEXT;

ALTER TABLE import_row ADD COLUMN place INTEGER;                     -- the number that a spreadsheet shows for it
ALTER TABLE import_row ADD COLUMN name TEXT NOT NULL DEFAULT '';
ALTER TABLE import_row ADD COLUMN office_number TEXT NOT NULL DEFAULT '';
ALTER TABLE import_row ADD COLUMN successor TEXT;                    -- the office number of what replaced it
ALTER TABLE import_row ADD COLUMN cells TEXT;                        -- JSON: as they stand now
ALTER TABLE import_row ADD COLUMN was TEXT NOT NULL DEFAULT '{}';    -- JSON: what stood in the file, by the place of the cell, where it was changed
ALTER TABLE import_row ADD COLUMN version INTEGER NOT NULL DEFAULT 0; -- moves with every act of a person on the row
ALTER TABLE import_row ADD COLUMN changed_by TEXT;                    -- who did the last such act
ALTER TABLE import_row ADD COLUMN decision TEXT CHECK (decision IN ('issue', 'leave'));
ALTER TABLE import_row ADD COLUMN decided_by TEXT;
ALTER TABLE import_row ADD COLUMN decided_at TEXT;
ALTER TABLE import_row ADD COLUMN decided_why TEXT;
-- What becomes of a row, said in one place. Every row has exactly one of these, so that counts add up.
ALTER TABLE import_row ADD COLUMN fate TEXT GENERATED ALWAYS AS (CASE WHEN number IS NOT NULL THEN 'issued' WHEN outcome = 'reject' THEN 'rejected' WHEN decision = 'leave' THEN 'left-out' WHEN outcome = 'accept' OR decision = 'issue' THEN 'ready' ELSE 'undecided' END) VIRTUAL;
CREATE INDEX import_row_by_fate ON import_row (import, fate, line, outcome);
CREATE INDEX import_by_time ON import (created_at);
