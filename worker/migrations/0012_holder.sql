-- How holders come to their own page. Secrets stand here only as digests. Whoever erases a record deletes its rows.

-- The secret links of letters. Asking for a new one, or a new address, ends all of a holder's.
CREATE TABLE holder_link (
  digest TEXT PRIMARY KEY,                -- SHA-256 of the secret, base64url
  holder TEXT NOT NULL REFERENCES holder (id),
  made_at TEXT NOT NULL
) STRICT;
CREATE INDEX holder_link_by_holder ON holder_link (holder);

-- The codes that are mailed. For a number that nobody has there is a row, too: asking tells nothing.
CREATE TABLE holder_code (
  ask TEXT PRIMARY KEY,                   -- which asking it answers: the form that the code is typed into knows it
  number TEXT NOT NULL,
  digest TEXT NOT NULL,                   -- SHA-256 of asking and code, base64url
  tries INTEGER NOT NULL DEFAULT 0,
  made_at TEXT NOT NULL
) STRICT;
CREATE INDEX holder_code_by_number ON holder_code (number, made_at);
CREATE INDEX holder_code_by_time ON holder_code (made_at);

CREATE TABLE holder_session (
  digest TEXT PRIMARY KEY,                -- SHA-256 of the cookie's secret, base64url
  holder TEXT NOT NULL REFERENCES holder (id),
  began_at TEXT NOT NULL,
  seen_at TEXT NOT NULL
) STRICT;
CREATE INDEX holder_session_by_holder ON holder_session (holder);

-- A holder with two numbers is known by having one address.
CREATE INDEX holder_by_email ON holder (lower(email)) WHERE email IS NOT NULL;
