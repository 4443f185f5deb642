"""The first tables: revisions, and the parts, entries and feeds that each of them changed."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision: str | None = None


def upgrade() -> None:
    """Make the tables."""
    id_ = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
    position = sa.BigInteger().with_variant(sa.Integer, "sqlite")
    op.create_table(
        "revisions",
        sa.Column("position", position, primary_key=True),
        sa.Column("event_id", id_, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("moment", sa.Text, nullable=False),
        sa.Column("author", sa.Text, nullable=False),
        sa.Column("message", sa.Text, nullable=False),
        sa.Column("tzdata", sa.Text, nullable=False),
        sa.UniqueConstraint("event_id", "number", name="revisions_event_number_key"),
    )
    of_revision(
        "parts",
        sa.Column("event_id", id_, primary_key=True),
        sa.Column("section", id_, primary_key=True),
        sa.Column("part_id", id_, primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("body", sa.Text),
    )
    of_revision(
        "entries",
        sa.Column("event_id", id_, primary_key=True),
        sa.Column("segment_id", id_, primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("sequence", sa.Integer, nullable=False),
        sa.Column("modified", sa.Text, nullable=False),
        sa.Column("created", sa.Text),
        sa.Column("starts", sa.Text, nullable=False),
        sa.Column("ends", sa.Text, nullable=False),
        sa.Column("tzid", sa.Text),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.Column("themes", sa.Text, nullable=False),
        sa.Column("speakers", sa.Text, nullable=False),
        sa.Column("venues", sa.Text, nullable=False),
    )
    of_revision(
        "feeds",
        sa.Column("event_id", id_, primary_key=True),
        sa.Column("path", id_, primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("modified", sa.Text, nullable=False),
    )


def of_revision(name: str, *columns: sa.Column[object]) -> None:
    """Make a table whose rows belong to revisions, and the index that finds them by it."""
    op.create_table(
        name,
        *columns,
        sa.ForeignKeyConstraint(
            ["event_id", "number"],
            ["revisions.event_id", "revisions.number"],
            name=f"{name}_revision_fkey",
        ),
    )
    op.create_index(f"{name}_by_revision", name, ["event_id", "number"])
