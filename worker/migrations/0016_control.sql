-- What holders decide about their own records. Personal data in it: `lists_region` says that a holder lets her state
-- be seen in the directory; whoever erases a record sets it to 0, and `visibility` keeps it out of the directory.
ALTER TABLE credential ADD COLUMN lists_region INTEGER NOT NULL DEFAULT 0;

-- The directory is made of the few that are listed.
CREATE INDEX credential_listed ON credential (number) WHERE visibility = 'listed';

-- 1: sent from the page of the record's own holder, in a session of hers. Only the session says so, never the form.
ALTER TABLE request ADD COLUMN own_page INTEGER NOT NULL DEFAULT 0;
CREATE INDEX request_by_own_number ON request (number, created_at) WHERE own_page = 1;
CREATE TRIGGER request_proof_is_as_sent BEFORE UPDATE OF own_page ON request BEGIN SELECT RAISE(ABORT, 'a request stays as it was sent'); END;
