-- Removal at a holder's wish: who asked for it, and what is gone. Neither table holds anything of whose record it was.
-- What is emptied, table by table, stands in store/personal-data.ts.

-- A removal that was asked for. It waits for its day, or for a second person, and can be taken back until then.
CREATE TABLE removal (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL REFERENCES credential (number),
  asked_by TEXT NOT NULL,                 -- 'holder', or a person of the office
  asked_at TEXT NOT NULL,
  due_at TEXT,                            -- when it is carried out; null where a second person decides
  visibility TEXT NOT NULL,               -- to return to, if it is taken back
  state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'taken-back', 'done')),
  decided_by TEXT,
  decided_at TEXT,
  CHECK (state = 'waiting' OR (decided_by IS NOT NULL AND decided_at IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX removal_waits_once ON removal (number) WHERE state = 'waiting';
CREATE INDEX removal_by_day ON removal (state, due_at);

-- What was removed, for ever: with it, a database that was restored from before forgets the same people again.
CREATE TABLE erasure (
  number TEXT PRIMARY KEY,
  erased_at TEXT NOT NULL,
  as_unknown INTEGER NOT NULL             -- its holder had it answered as if there were none, and so it stays
) STRICT, WITHOUT ROWID;
CREATE TRIGGER erasure_is_new BEFORE INSERT ON erasure WHEN EXISTS (SELECT 1 FROM erasure WHERE number = NEW.number) BEGIN SELECT RAISE(ABORT, 'what is removed stays removed'); END;
CREATE TRIGGER erasure_is_kept BEFORE DELETE ON erasure BEGIN SELECT RAISE(ABORT, 'what is removed stays removed'); END;
CREATE TRIGGER erasure_is_final BEFORE UPDATE ON erasure BEGIN SELECT RAISE(ABORT, 'what is removed stays removed'); END;
CREATE TRIGGER erased_stays_erased BEFORE UPDATE OF visibility ON credential WHEN OLD.visibility = 'erased' AND NEW.visibility IS NOT 'erased' BEGIN SELECT RAISE(ABORT, 'what is removed stays removed'); END;
CREATE TRIGGER erased_has_no_token BEFORE INSERT ON token WHEN EXISTS (SELECT 1 FROM credential WHERE number = NEW.number AND visibility = 'erased') BEGIN SELECT RAISE(ABORT, 'what is removed stays removed'); END;

-- Whoever holds a removed record: nobody. So the random id in copies of it stands nowhere here any more.
INSERT INTO holder (id, display_name, created_at) VALUES ('removed', 'Removed', strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) ON CONFLICT DO NOTHING;

CREATE INDEX leaf_by_number ON leaf (number);
CREATE INDEX request_by_number ON request (number) WHERE number IS NOT NULL;
CREATE INDEX import_row_by_number ON import_row (number) WHERE number IS NOT NULL;
CREATE INDEX audit_by_subject ON audit (subject);
CREATE INDEX proposal_record_by_number ON proposal_record (number);

-- What is append-only lets exactly this through: of a removed record, the nonce that opens a leaf and what people wrote
-- are emptied. The hash, the order, who did what and when stay as they are.
DROP TRIGGER leaf_is_final;
CREATE TRIGGER leaf_is_final BEFORE UPDATE ON leaf WHEN NOT (NEW.nonce IS '' AND NEW.position IS OLD.position AND NEW.kind IS OLD.kind AND NEW.number IS OLD.number AND NEW.commitment IS OLD.commitment AND NEW.hash IS OLD.hash AND NEW.recorded_at IS OLD.recorded_at AND EXISTS (SELECT 1 FROM credential WHERE number = OLD.number AND visibility = 'erased')) BEGIN SELECT RAISE(ABORT, 'the register is append-only'); END;

-- The other record of a renamed person loses the number that it shared a history with, and nothing else.
DROP TRIGGER event_is_final;
CREATE TRIGGER event_is_final BEFORE UPDATE ON event WHEN NOT (NEW.id IS OLD.id AND NEW.number IS OLD.number AND NEW.kind IS OLD.kind AND NEW.effective_on IS OLD.effective_on AND NEW.recorded_at IS OLD.recorded_at AND NEW.actor IS OLD.actor AND ((NEW.reason IS NULL AND NEW.detail IS '{}' AND EXISTS (SELECT 1 FROM credential WHERE number = OLD.number AND visibility = 'erased')) OR (NEW.reason IS OLD.reason AND NEW.detail IS json_remove(OLD.detail, '$.renamedTo', '$.renamedFrom', '$.successor') AND EXISTS (SELECT 1 FROM credential WHERE number IN (OLD.detail ->> '$.renamedTo', OLD.detail ->> '$.renamedFrom', OLD.detail ->> '$.successor') AND visibility = 'erased')))) BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;

-- An audit entry leads to a removed record by its number, an emptied request or letter, an emptied row, or a proposal.
DROP TRIGGER audit_is_final;
CREATE TRIGGER audit_is_final BEFORE UPDATE ON audit WHEN NOT (NEW.id IS OLD.id AND NEW.recorded_at IS OLD.recorded_at AND NEW.actor IS OLD.actor AND NEW.act IS OLD.act AND NEW.subject IS OLD.subject AND NEW.why IS NULL AND (NEW.detail IS OLD.detail OR NEW.detail IS '{}') AND (EXISTS (SELECT 1 FROM credential WHERE number = OLD.subject AND visibility = 'erased') OR EXISTS (SELECT 1 FROM request WHERE 'request/' || id = OLD.subject AND body = '{}') OR EXISTS (SELECT 1 FROM outbox o JOIN credential c ON c.number = o.number WHERE 'letter ' || o.id = OLD.subject AND c.visibility = 'erased') OR EXISTS (SELECT 1 FROM import_row WHERE import = OLD.subject AND line = OLD.detail ->> '$.line' AND cells = '[]') OR EXISTS (SELECT 1 FROM proposal_record r JOIN credential c ON c.number = r.number WHERE r.proposal = OLD.subject AND c.visibility = 'erased'))) BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;

DROP TRIGGER proposal_is_decided_once;
DROP TRIGGER proposal_says_the_same;
CREATE TRIGGER proposal_is_decided_once BEFORE UPDATE ON proposal WHEN NOT (OLD.state = 'waiting' OR (OLD.state = 'approved' AND NEW.state = 'done') OR (NEW.note IS NULL AND NEW.public_note IS NULL AND NEW.why IS NULL AND NEW.state IS OLD.state AND NEW.decider IS OLD.decider AND NEW.decided_at IS OLD.decided_at)) BEGIN SELECT RAISE(ABORT, 'it is decided'); END;
CREATE TRIGGER proposal_says_the_same BEFORE UPDATE OF id, act, reason, public_note, note, proposer, proposed_at ON proposal WHEN NOT (NEW.note IS NULL AND NEW.public_note IS NULL AND NEW.id IS OLD.id AND NEW.act IS OLD.act AND NEW.reason IS OLD.reason AND NEW.proposer IS OLD.proposer AND NEW.proposed_at IS OLD.proposed_at AND EXISTS (SELECT 1 FROM proposal_record r JOIN credential c ON c.number = r.number WHERE r.proposal = OLD.id AND c.visibility = 'erased')) BEGIN SELECT RAISE(ABORT, 'a proposal is never rewritten'); END;
