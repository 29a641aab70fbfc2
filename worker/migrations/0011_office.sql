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
