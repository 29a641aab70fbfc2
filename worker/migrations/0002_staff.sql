-- Who works in the office, how they are let in, and what they did besides what happens to records (`event`).

CREATE TABLE staff (
  email TEXT PRIMARY KEY,                 -- lower case; what Cloudflare Access says of them
  name TEXT NOT NULL UNIQUE,              -- the actor of every act: two people never share one
  role TEXT NOT NULL CHECK (role IN ('viewer', 'issuer', 'approver', 'administrator')),
  active INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE session (
  digest TEXT PRIMARY KEY,                -- SHA-256 of the cookie's secret: the secret itself is nowhere
  email TEXT NOT NULL REFERENCES staff (email),
  via TEXT NOT NULL CHECK (via IN ('access', 'link')),
  began_at TEXT NOT NULL,
  seen_at TEXT NOT NULL
) STRICT;

-- Sign-in links come from the secret SIGN_IN_LINKS; here stands which of them were used.
CREATE TABLE used_link (
  digest TEXT PRIMARY KEY,
  email TEXT NOT NULL,
  used_at TEXT NOT NULL
) STRICT;

CREATE TABLE audit (
  id INTEGER PRIMARY KEY,
  recorded_at TEXT NOT NULL,
  actor TEXT NOT NULL,
  act TEXT NOT NULL,
  subject TEXT NOT NULL DEFAULT '',       -- what it was done to: a number, an import, an address
  why TEXT,
  detail TEXT NOT NULL DEFAULT '{}'
) STRICT;
CREATE INDEX audit_by_time ON audit (recorded_at);
CREATE INDEX event_by_time ON event (recorded_at);

CREATE TRIGGER audit_is_new BEFORE INSERT ON audit WHEN EXISTS (SELECT 1 FROM audit WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
CREATE TRIGGER audit_is_kept BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
CREATE TRIGGER audit_is_final BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
