-- Share links: what a holder shows to one reader, for a limited time. Two kinds of personal data stand here: the
-- holder's own words and choices in `share` (label, fields, areas), and what was signed for it in `share_view` (jwt).
-- Whoever erases a record empties these (`forgetShares` in store/shares.ts) and keeps the rows: a link then answers
-- that the record was removed, and the status entries of copies elsewhere stay taken.

CREATE TABLE share (
  id TEXT PRIMARY KEY,                    -- public: it is in the id of what is signed, and opens nothing
  digest TEXT NOT NULL UNIQUE,            -- SHA-256 of the link's secret, base64url: the secret itself is nowhere
  number TEXT NOT NULL REFERENCES credential (number),
  subject TEXT NOT NULL,                  -- urn:uuid, random: the subject of every version of this view alone
  label TEXT NOT NULL,                    -- for whom it is, in the holder's words: nobody else reads it
  fields TEXT NOT NULL,                   -- JSON: what is shown besides the areas
  areas TEXT NOT NULL,                    -- JSON: the areas that come first
  made_at TEXT NOT NULL,
  ends_on TEXT NOT NULL,
  ended_at TEXT,                          -- when its holder ended it before that
  opened INTEGER NOT NULL DEFAULT 0       -- how often; not when, and not by whom
) STRICT;
CREATE INDEX share_by_number ON share (number, made_at);

-- What was signed for a link, for each version of its record that it was opened in: a version has a status entry of
-- its own here, too.
CREATE TABLE share_view (
  share TEXT NOT NULL REFERENCES share (id),
  version INTEGER NOT NULL,               -- of the record
  number TEXT NOT NULL REFERENCES credential (number),
  list INTEGER NOT NULL REFERENCES status_list (list),
  entry INTEGER NOT NULL CHECK (entry BETWEEN 0 AND 131071),
  standing TEXT NOT NULL CHECK (standing IN ('good', 'suspended', 'revoked', 'superseded')),
  signed_at TEXT NOT NULL,
  body_digest TEXT NOT NULL UNIQUE,
  jwt TEXT,                               -- null once its record is erased
  PRIMARY KEY (share, version),
  UNIQUE (list, entry)
) STRICT;
CREATE INDEX share_view_by_number ON share_view (number);
CREATE INDEX share_view_not_good ON share_view (list) WHERE standing <> 'good';

-- A list's entries are of versions and of views: each is taken once, whichever has it.
CREATE TRIGGER view_entry_is_free BEFORE INSERT ON share_view WHEN EXISTS (SELECT 1 FROM version WHERE list = NEW.list AND entry = NEW.entry) BEGIN SELECT RAISE(ABORT, 'this entry is taken'); END;
CREATE TRIGGER version_entry_is_free BEFORE INSERT ON version WHEN EXISTS (SELECT 1 FROM share_view WHERE list = NEW.list AND entry = NEW.entry) BEGIN SELECT RAISE(ABORT, 'this entry is taken'); END;

CREATE TRIGGER withdrawn_view_is_final BEFORE UPDATE OF standing ON share_view WHEN OLD.standing = 'revoked' AND NEW.standing <> 'revoked' BEGIN SELECT RAISE(ABORT, 'a withdrawal is final'); END;
CREATE TRIGGER ended_share_stays_ended BEFORE UPDATE OF ended_at ON share WHEN OLD.ended_at IS NOT NULL BEGIN SELECT RAISE(ABORT, 'this link has ended'); END;
CREATE TRIGGER share_leads_to_one_record BEFORE UPDATE OF id, digest, number, subject, made_at, ends_on ON share BEGIN SELECT RAISE(ABORT, 'a link is what it was made as'); END;
