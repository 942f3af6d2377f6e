"""The tables of a vault, as the first numbered step of `upgrade` makes them."""

FIRST = (
    """
    CREATE TABLE meta (
        name TEXT PRIMARY KEY,
        value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE compiled (
        hash TEXT PRIMARY KEY,
        body TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE session (
        session TEXT PRIMARY KEY,
        thread TEXT NOT NULL,
        flow TEXT NOT NULL,
        version INTEGER NOT NULL,
        title TEXT NOT NULL,
        label TEXT NOT NULL,
        started TEXT NOT NULL,
        changed TEXT NOT NULL,
        finished TEXT,
        answers INTEGER NOT NULL,
        compiled TEXT NOT NULL REFERENCES compiled (hash),
        head_seq INTEGER NOT NULL,
        head_hash BLOB NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE event (
        session TEXT NOT NULL,
        seq INTEGER NOT NULL,
        event_id TEXT NOT NULL UNIQUE,
        at TEXT NOT NULL,
        deed INTEGER NOT NULL,
        kind TEXT NOT NULL,
        payload TEXT,
        salt BLOB,
        digest BLOB NOT NULL,
        hash BLOB NOT NULL,
        PRIMARY KEY (session, seq)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE draft (
        session TEXT PRIMARY KEY,
        step TEXT NOT NULL,
        item TEXT NOT NULL,
        body TEXT NOT NULL,
        at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE erasure (
        session TEXT PRIMARY KEY,
        at TEXT NOT NULL,
        reason TEXT NOT NULL,
        events INTEGER NOT NULL,
        head_hash BLOB NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
    WHEN NOT (
        NEW.payload IS NULL AND NEW.salt IS NULL
        AND (NEW.session, NEW.seq, NEW.event_id, NEW.at, NEW.deed, NEW.kind, NEW.digest, NEW.hash)
         IS (OLD.session, OLD.seq, OLD.event_id, OLD.at, OLD.deed, OLD.kind, OLD.digest, OLD.hash)
    )
    BEGIN SELECT RAISE(ABORT, 'an event is never changed, only redacted'); END
    """,
    # `REPLACE` removes what it replaces without asking the trigger below.
    """
    CREATE TRIGGER event_is_never_replaced BEFORE INSERT ON event
    WHEN EXISTS (SELECT 1 FROM event WHERE session = NEW.session AND seq = NEW.seq)
      OR EXISTS (SELECT 1 FROM event WHERE event_id = NEW.event_id)
    BEGIN SELECT RAISE(ABORT, 'an event is never replaced'); END
    """,
    """
    CREATE TRIGGER event_goes_with_its_session BEFORE DELETE ON event
    WHEN NOT EXISTS (SELECT 1 FROM erasure WHERE session = OLD.session)
    BEGIN SELECT RAISE(ABORT, 'an event is never removed but with its whole session'); END
    """,
    """
    CREATE TRIGGER session_leaves_a_tombstone BEFORE DELETE ON session
    WHEN NOT EXISTS (SELECT 1 FROM erasure WHERE session = OLD.session)
    BEGIN SELECT RAISE(ABORT, 'a session is never removed without a tombstone'); END
    """,
    """
    CREATE TRIGGER compiled_is_never_changed BEFORE UPDATE ON compiled
    BEGIN SELECT RAISE(ABORT, 'a compiled flow is never changed'); END
    """,
    """
    CREATE TRIGGER tombstone_is_never_changed BEFORE UPDATE ON erasure
    BEGIN SELECT RAISE(ABORT, 'a tombstone is never changed'); END
    """,
    """
    CREATE TRIGGER tombstone_stays BEFORE DELETE ON erasure
    BEGIN SELECT RAISE(ABORT, 'a tombstone is never removed'); END
    """,
)
"""Each statement of format 1, in order."""
