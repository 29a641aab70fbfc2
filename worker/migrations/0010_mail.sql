-- What becomes of a letter. Everything personal in it is in `address`, `subject` and `body`: whoever erases a record empties these.
-- due: to be sent, not before next_try_at (which is also until when whoever sends it just now has it to themselves)
-- sent: taken by the mail service · kept: there is no mail service here · came-back: taken, and not delivered
-- failed: refused, or tried in vain · no-address: written, and nowhere to send it · dropped: no longer to be sent
-- `address`, `subject` and `body` hold what was sent, once it was. `body` is JSON text, for it has lines.
ALTER TABLE outbox ADD COLUMN state TEXT NOT NULL DEFAULT 'due' CHECK (state IN ('due', 'sent', 'kept', 'failed', 'came-back', 'no-address', 'dropped'));
ALTER TABLE outbox ADD COLUMN tries INTEGER NOT NULL DEFAULT 0;
ALTER TABLE outbox ADD COLUMN next_try_at TEXT;
ALTER TABLE outbox ADD COLUMN settled_at TEXT;
ALTER TABLE outbox ADD COLUMN last_error TEXT;
ALTER TABLE outbox ADD COLUMN message_id TEXT;
UPDATE outbox SET state = 'sent', settled_at = sent_at WHERE sent_at IS NOT NULL;
CREATE INDEX outbox_by_state ON outbox (state, id);
CREATE INDEX outbox_by_number ON outbox (number, id);
CREATE INDEX outbox_by_message ON outbox (message_id) WHERE message_id IS NOT NULL;

-- Which reminders were written: each once for each term, whoever runs when and how often.
CREATE TABLE reminder (
  number TEXT NOT NULL REFERENCES credential (number),
  kind TEXT NOT NULL,
  expires_on TEXT NOT NULL,               -- the last day of the term that it speaks of
  recorded_at TEXT NOT NULL,
  PRIMARY KEY (number, kind, expires_on)
) STRICT, WITHOUT ROWID;
CREATE INDEX credential_by_last_day ON credential (expires_on, number);
