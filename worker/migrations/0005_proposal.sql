-- Acts on many records, which one person proposes and another approves.

CREATE TABLE proposal (
  id TEXT PRIMARY KEY,
  act TEXT NOT NULL CHECK (act IN ('suspend', 'reinstate', 'revoke')),
  reason TEXT,                            -- of the closed list; null only for 'reinstate'
  public_note TEXT,
  note TEXT,                              -- for the second person
  proposer TEXT NOT NULL,
  proposed_at TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'approved', 'done', 'declined', 'taken-back')),
  decider TEXT,
  decided_at TEXT,
  why TEXT,                               -- of a decline
  CHECK (act = 'reinstate' OR reason IS NOT NULL),
  CHECK (state = 'waiting' OR (decider IS NOT NULL AND decided_at IS NOT NULL)),
  -- Two persons, whatever a program says; and only its proposer takes it back.
  CHECK (state = 'waiting' OR (state = 'taken-back') = (decider = proposer))
) STRICT;
CREATE INDEX proposal_by_state ON proposal (state, proposed_at);

CREATE TABLE proposal_record (
  proposal TEXT NOT NULL REFERENCES proposal (id),
  number TEXT NOT NULL REFERENCES credential (number),
  seen INTEGER NOT NULL,                  -- the newest event of the record when it was proposed
  outcome TEXT CHECK (outcome IN ('done', 'not-done')),
  why TEXT,                               -- of what could not be done
  PRIMARY KEY (proposal, number)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER proposal_is_new BEFORE INSERT ON proposal WHEN EXISTS (SELECT 1 FROM proposal WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'proposals are kept'); END;
CREATE TRIGGER proposal_is_kept BEFORE DELETE ON proposal BEGIN SELECT RAISE(ABORT, 'proposals are kept'); END;
CREATE TRIGGER proposal_is_decided_once BEFORE UPDATE ON proposal WHEN NOT (OLD.state = 'waiting' OR (OLD.state = 'approved' AND NEW.state = 'done')) BEGIN SELECT RAISE(ABORT, 'it is decided'); END;
CREATE TRIGGER proposal_says_the_same BEFORE UPDATE OF id, act, reason, public_note, note, proposer, proposed_at ON proposal BEGIN SELECT RAISE(ABORT, 'a proposal is never rewritten'); END;
CREATE TRIGGER decision_is_kept BEFORE UPDATE ON proposal WHEN OLD.state = 'approved' AND (NEW.decider <> OLD.decider OR NEW.decided_at <> OLD.decided_at) BEGIN SELECT RAISE(ABORT, 'it is decided'); END;
CREATE TRIGGER outcome_is_final BEFORE UPDATE ON proposal_record WHEN OLD.outcome IS NOT NULL OR NEW.proposal <> OLD.proposal OR NEW.number <> OLD.number OR NEW.seen <> OLD.seen BEGIN SELECT RAISE(ABORT, 'it is done'); END;
CREATE TRIGGER outcome_needs_approval BEFORE UPDATE OF outcome ON proposal_record WHEN (SELECT state FROM proposal WHERE id = OLD.proposal) <> 'approved' BEGIN SELECT RAISE(ABORT, 'it is not approved'); END;
CREATE TRIGGER proposal_record_is_kept BEFORE DELETE ON proposal_record BEGIN SELECT RAISE(ABORT, 'proposals are kept'); END;
