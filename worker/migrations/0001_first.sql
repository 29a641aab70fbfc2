-- The first tables. Forward only: what stands here is never edited once it has run anywhere.
-- Text holds no line breaks (an exported dump would not survive them); integers stay below 2^53.

-- Fixed at first start: the origin is in every id.
CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE holder (
  id TEXT PRIMARY KEY,                    -- urn:uuid, random; the subject of every version
  display_name TEXT NOT NULL CHECK (instr(display_name, char(10)) = 0 AND instr(display_name, char(13)) = 0),
  email TEXT,
  region TEXT,
  country TEXT,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE credential (
  number TEXT PRIMARY KEY,
  holder TEXT NOT NULL REFERENCES holder (id),
  office_number TEXT UNIQUE,              -- the office's own sequential reference; never public
  record TEXT NOT NULL,                   -- the facts (AwardRecord), as the newest version was composed from
  certified_on TEXT NOT NULL,
  expires_on TEXT NOT NULL,
  current_version INTEGER NOT NULL,
  standing TEXT NOT NULL CHECK (standing IN ('good', 'suspended', 'revoked', 'superseded')),
  since TEXT,                             -- the day the standing took effect
  public_reason TEXT,
  successor TEXT REFERENCES credential (number),
  visibility TEXT NOT NULL CHECK (visibility IN ('link', 'withheld', 'unknown', 'listed', 'erased')),
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX credential_by_holder ON credential (holder);

-- Each version has a status entry of its own; the bit is 'superseded' once a newer version stands.
CREATE TABLE version (
  number TEXT NOT NULL REFERENCES credential (number),
  version INTEGER NOT NULL,
  valid_from TEXT NOT NULL,
  signed_at TEXT NOT NULL,
  body_digest TEXT NOT NULL,
  list INTEGER NOT NULL REFERENCES status_list (list),
  entry INTEGER NOT NULL CHECK (entry BETWEEN 0 AND 131071),
  standing TEXT NOT NULL CHECK (standing IN ('good', 'suspended', 'revoked', 'superseded')),
  PRIMARY KEY (number, version),
  UNIQUE (list, entry)
) STRICT, WITHOUT ROWID;

-- Apart from the rest, because tokens are large and most questions are not about them.
CREATE TABLE token (
  number TEXT NOT NULL,
  version INTEGER NOT NULL,
  jwt TEXT NOT NULL,
  PRIMARY KEY (number, version),
  FOREIGN KEY (number, version) REFERENCES version (number, version)
) STRICT;

-- What happened, and when it was written down: imported history has past effects and true recording times.
CREATE TABLE event (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL REFERENCES credential (number),
  kind TEXT NOT NULL,
  effective_on TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  actor TEXT NOT NULL,
  reason TEXT,
  detail TEXT NOT NULL DEFAULT '{}'
) STRICT;
CREATE INDEX event_by_number ON event (number, id);

-- The register: a leaf for every state change, in the batch that makes it. `commitment` hides, `nonce` opens.
CREATE TABLE leaf (
  position INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  number TEXT NOT NULL,
  commitment TEXT NOT NULL,
  nonce TEXT NOT NULL,
  hash TEXT NOT NULL,
  recorded_at TEXT NOT NULL
) STRICT;

-- INSERT OR REPLACE fires no DELETE trigger: what is there already is refused here.
CREATE TRIGGER leaf_is_next BEFORE INSERT ON leaf WHEN NEW.position <> (SELECT COALESCE(MAX(position), -1) + 1 FROM leaf) BEGIN SELECT RAISE(ABORT, 'the register is append-only'); END;
CREATE TRIGGER leaf_is_kept BEFORE DELETE ON leaf BEGIN SELECT RAISE(ABORT, 'the register is append-only'); END;
CREATE TRIGGER leaf_is_final BEFORE UPDATE ON leaf BEGIN SELECT RAISE(ABORT, 'the register is append-only'); END;
CREATE TRIGGER event_is_new BEFORE INSERT ON event WHEN EXISTS (SELECT 1 FROM event WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
CREATE TRIGGER event_is_kept BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
CREATE TRIGGER event_is_final BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;

-- A withdrawal is never taken back: whoever read the list relies on it.
CREATE TRIGGER withdrawal_is_final BEFORE UPDATE OF standing ON credential WHEN OLD.standing = 'revoked' AND NEW.standing <> 'revoked' BEGIN SELECT RAISE(ABORT, 'a withdrawal is final'); END;
CREATE TRIGGER withdrawn_version_is_final BEFORE UPDATE OF standing ON version WHEN OLD.standing = 'revoked' AND NEW.standing <> 'revoked' BEGIN SELECT RAISE(ABORT, 'a withdrawal is final'); END;

-- A published list is a rendering of the rows: `changed` counts their moves, `rendered` those in the signed text.
CREATE TABLE status_list (
  list INTEGER PRIMARY KEY,
  changed INTEGER NOT NULL DEFAULT 0,
  rendered INTEGER NOT NULL DEFAULT -1,
  signed_at INTEGER NOT NULL DEFAULT 0,   -- seconds since 1970
  standing_jwt TEXT,
  revocation_jwt TEXT
) STRICT;
CREATE INDEX version_not_good ON version (list) WHERE standing <> 'good';

CREATE TABLE idempotency (
  scope TEXT NOT NULL,
  key TEXT NOT NULL,
  body_digest TEXT NOT NULL,
  status INTEGER NOT NULL,
  answer TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  PRIMARY KEY (scope, key)
) STRICT, WITHOUT ROWID;

-- Mail to send, written in the batch that makes it due.
CREATE TABLE outbox (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  number TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  sent_at TEXT
) STRICT;

CREATE TABLE import (
  id TEXT PRIMARY KEY,                    -- the file's digest: the same file again is the same import
  actor TEXT NOT NULL,
  notes TEXT NOT NULL,                    -- JSON: sentences about the file as a whole
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE import_row (
  import TEXT NOT NULL REFERENCES import (id),
  line INTEGER NOT NULL,
  record_id TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('accept', 'review', 'reject')),
  findings TEXT NOT NULL,                 -- JSON
  entry TEXT,                             -- JSON: what would be issued; null when the row could not be read
  number TEXT,                            -- once issued
  PRIMARY KEY (import, line)
) STRICT, WITHOUT ROWID;
