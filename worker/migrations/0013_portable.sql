-- The portable forms: the proof that makes a version's JSON form, made when the form is first asked for. The form is
-- the body of the version's token with this proof, so that what is served is always what was stored.
-- Of a person: `proof.proof` is a signature over the version's body. Erasure deletes its row with the token.

CREATE TABLE proof (
  number TEXT NOT NULL,
  version INTEGER NOT NULL,
  proof TEXT NOT NULL,                    -- JSON: one DataIntegrityProof
  made_at TEXT NOT NULL,
  PRIMARY KEY (number, version),
  FOREIGN KEY (number, version) REFERENCES version (number, version)
) STRICT, WITHOUT ROWID;

-- The revocation list as JSON: proved when the rows moved, and daily. `proved` counts the moves that it renders.
ALTER TABLE status_list ADD COLUMN revocation_json TEXT;
ALTER TABLE status_list ADD COLUMN proved INTEGER NOT NULL DEFAULT -1;
ALTER TABLE status_list ADD COLUMN proved_at INTEGER NOT NULL DEFAULT 0;
