-- What the office says of itself, and the keys of its programs.

-- Every version stays: the newest is what pages say now. Empty text: not said.
CREATE TABLE profile (
  version INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  short TEXT NOT NULL,
  phone TEXT NOT NULL,
  email TEXT NOT NULL,
  hours TEXT NOT NULL,
  url TEXT NOT NULL,
  linked_from TEXT NOT NULL,
  actor TEXT NOT NULL,
  recorded_at TEXT NOT NULL
) STRICT;

CREATE TRIGGER profile_is_next BEFORE INSERT ON profile WHEN NEW.version <> (SELECT COALESCE(MAX(version), 0) + 1 FROM profile) BEGIN SELECT RAISE(ABORT, 'profiles are append-only'); END;
CREATE TRIGGER profile_is_kept BEFORE DELETE ON profile BEGIN SELECT RAISE(ABORT, 'profiles are append-only'); END;
CREATE TRIGGER profile_is_final BEFORE UPDATE ON profile BEGIN SELECT RAISE(ABORT, 'profiles are append-only'); END;

CREATE TABLE api_key (
  id TEXT PRIMARY KEY,                    -- the eight characters by which it is looked up
  digest TEXT,                            -- SHA-256 of the key, base64url; null until its person has been shown it
  email TEXT NOT NULL REFERENCES staff (email),
  label TEXT NOT NULL,
  scopes TEXT NOT NULL,                   -- JSON
  daily_cap INTEGER NOT NULL CHECK (daily_cap BETWEEN 1 AND 10000),
  last_day TEXT NOT NULL,
  made_by TEXT NOT NULL,
  made_at TEXT NOT NULL,
  shown_at TEXT,
  shown_request TEXT,                     -- which sending of the form was answered with it
  last_used_at TEXT,
  revoked_at TEXT,
  revoked_by TEXT
) STRICT;

-- A key that is revoked stays so; what it may do, and for whom, never changes.
CREATE TRIGGER api_key_is_kept BEFORE DELETE ON api_key BEGIN SELECT RAISE(ABORT, 'keys are revoked, and never deleted'); END;
CREATE TRIGGER api_key_is_final BEFORE UPDATE OF id, email, label, scopes, daily_cap, last_day, made_by, made_at ON api_key BEGIN SELECT RAISE(ABORT, 'a key is what it was made as'); END;
CREATE TRIGGER api_key_stays_revoked BEFORE UPDATE OF revoked_at, digest ON api_key WHEN OLD.revoked_at IS NOT NULL BEGIN SELECT RAISE(ABORT, 'a revoked key stays revoked'); END;

-- Shown once; but two clicks on one button are answered twice, and only the second answer is read.
CREATE TRIGGER api_key_is_shown_once BEFORE UPDATE OF digest ON api_key WHEN OLD.digest IS NOT NULL AND (OLD.last_used_at IS NOT NULL OR NEW.shown_request IS NOT OLD.shown_request OR unixepoch(NEW.shown_at) - unixepoch(OLD.shown_at) > 60) BEGIN SELECT RAISE(ABORT, 'a key is shown once'); END;

-- How many acts of a key were asked for on a day (UTC).
CREATE TABLE api_key_day (
  key TEXT NOT NULL REFERENCES api_key (id),
  day TEXT NOT NULL,
  acts INTEGER NOT NULL,
  PRIMARY KEY (key, day)
) STRICT, WITHOUT ROWID;

-- One history of both tables: what happened to records, and what else people did.
CREATE VIEW history AS
  SELECT recorded_at AS at, actor, act, subject, why, detail, 'audit' AS origin, id FROM audit
  UNION ALL
  SELECT recorded_at, actor, kind, number, reason, detail, 'event', id FROM event;
CREATE INDEX audit_by_act ON audit (act, recorded_at);
