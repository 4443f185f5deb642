"""Personal links in a table: a digest each."""

from collections.abc import Iterable

from sqlalchemy import Connection, select, update
from sqlalchemy.dialects import postgresql, sqlite

from roundtable_ical.itip.tokens import Token
from roundtable_ical.stores.mailing_rows import token_of, token_values
from roundtable_ical.stores.tables import tokens


def keep(connection: Connection, given: Iterable[Token]) -> None:
    """Keep that links were given out; those whose digest is there stay as they are."""
    values = [token_values(each) for each in given]
    if values:
        dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
        connection.execute(dialect.insert(tokens).on_conflict_do_nothing(), values)


def found(connection: Connection, digest: str) -> Token | None:
    """Return the link of a digest."""
    row = connection.execute(select(tokens).where(tokens.c.digest == digest)).first()
    return token_of(row) if row is not None else None


def of_event(connection: Connection, event_id: str) -> tuple[Token, ...]:
    """Return the links of an event, by digest."""
    wanted = select(tokens).where(tokens.c.event_id == event_id).order_by(tokens.c.digest)
    return tuple(map(token_of, connection.execute(wanted)))


def revoke(connection: Connection, event_id: str, scope: str, subject: str) -> int:
    """Revoke the links that somebody has; return how many there were to revoke."""
    valid = (
        tokens.c.event_id == event_id,
        tokens.c.scope == scope,
        tokens.c.subject == subject,
        tokens.c.revoked.is_(False),
    )
    return connection.execute(update(tokens).where(*valid).values(revoked=True)).rowcount
