-- What was signed for share links rests on a random subject, as a record does on its holder's random id. It goes with
-- the record, so that no digest that stays can be tried against a name.
DROP TRIGGER share_leads_to_one_record;
CREATE TRIGGER share_leads_to_one_record BEFORE UPDATE OF id, digest, number, subject, made_at, ends_on ON share WHEN NOT (NEW.subject IS '' AND NEW.id IS OLD.id AND NEW.digest IS OLD.digest AND NEW.number IS OLD.number AND NEW.made_at IS OLD.made_at AND NEW.ends_on IS OLD.ends_on AND EXISTS (SELECT 1 FROM credential WHERE number = OLD.number AND visibility = 'erased')) BEGIN SELECT RAISE(ABORT, 'a link is what it was made as'); END;
