-- What holders and readers ask of the office. What they typed stands here and nowhere else: it may be emptied when
-- a person's data are to go, and never changed.

CREATE TABLE request (
  id TEXT PRIMARY KEY,                    -- the reference that its sender was given
  kind TEXT NOT NULL CHECK (kind IN ('address', 'correction', 'name', 'claim', 'hours', 'misuse')),
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'waiting', 'done', 'declined')),
  body TEXT NOT NULL,                     -- JSON: what was typed, field by field
  digest TEXT NOT NULL,                   -- of kind and body: the same once more within a day is the same request
  contact TEXT NOT NULL,                  -- where an answer goes; empty for none
  number TEXT,                            -- the code that it names, on file or not
  created_at TEXT NOT NULL,
  assigned TEXT,                          -- who has it in hand
  revision INTEGER NOT NULL DEFAULT 0,    -- counts decisions: each rests on the one before it
  decided_at TEXT,
  decided_by TEXT
) STRICT;
CREATE INDEX request_by_state ON request (state, created_at);
CREATE INDEX request_by_digest ON request (digest, created_at);
CREATE INDEX request_by_time ON request (created_at);

CREATE TABLE request_note (
  id INTEGER PRIMARY KEY,
  request TEXT NOT NULL REFERENCES request (id),
  recorded_at TEXT NOT NULL,
  actor TEXT NOT NULL,
  kind TEXT NOT NULL,                     -- note, taken, accepted, asked, declined, reopened
  said TEXT NOT NULL                      -- JSON: a text, so that no line break stands in the row
) STRICT;
CREATE INDEX request_note_by_request ON request_note (request, id);

CREATE TRIGGER request_is_as_sent BEFORE UPDATE OF id, kind, body, digest, contact, created_at ON request WHEN NEW.body <> '{}' BEGIN SELECT RAISE(ABORT, 'a request stays as it was sent'); END;
CREATE TRIGGER request_note_is_new BEFORE INSERT ON request_note WHEN EXISTS (SELECT 1 FROM request_note WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'notes are append-only'); END;
CREATE TRIGGER request_note_is_kept BEFORE DELETE ON request_note BEGIN SELECT RAISE(ABORT, 'notes are append-only'); END;
CREATE TRIGGER request_note_is_final BEFORE UPDATE ON request_note WHEN NEW.said <> '""' OR NEW.kind <> OLD.kind OR NEW.actor <> OLD.actor OR NEW.recorded_at <> OLD.recorded_at BEGIN SELECT RAISE(ABORT, 'notes are append-only'); END;
