-- How holders come in, continued. Neither column says anything about a person; both go with their rows.

-- When the link last let somebody in; NULL if it never did. One that lets nobody in for long stops working.
ALTER TABLE holder_link ADD COLUMN used_at TEXT;

-- When the holder dismissed what their first visit says: what others see of the record. NULL until then.
ALTER TABLE holder ADD COLUMN told_at TEXT;

-- Sessions that are over are deleted when another begins.
CREATE INDEX holder_session_by_time ON holder_session (began_at);
