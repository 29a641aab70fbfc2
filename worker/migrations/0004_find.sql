-- Finding a record by any name that it ever had. SQLite cannot fold names: what is folded outside is kept here.

CREATE TABLE known_name (
  number TEXT NOT NULL,
  folded TEXT NOT NULL,                   -- every word of one version's names, each between two spaces
  PRIMARY KEY (number, folded)
) STRICT, WITHOUT ROWID;

-- Records whose names wait to be folded: those from before this table. To fold all anew, list them here again.
CREATE TABLE name_to_fold (
  number TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;
INSERT INTO name_to_fold SELECT number FROM credential;

CREATE INDEX credential_by_award ON credential (certified_on DESC, number);
CREATE INDEX withdrawal_proposed ON event (number) WHERE kind = 'withdrawal-proposed';
