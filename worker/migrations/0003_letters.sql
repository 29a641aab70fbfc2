-- Letters that a person of the office wrote or sent somewhere else than to the holder's own address.
-- Where these are null, the letter is composed of its kind and its record when it is sent.
ALTER TABLE outbox ADD COLUMN address TEXT;
ALTER TABLE outbox ADD COLUMN subject TEXT;
ALTER TABLE outbox ADD COLUMN body TEXT;
