"""Counts of visits: of families of calendar programs, by day."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision: str | None = "0001"


def upgrade() -> None:
    """Make the tables."""
    id_ = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
    op.create_table(
        "visits",
        sa.Column("event_id", id_, primary_key=True),
        sa.Column("family", id_, primary_key=True),
        sa.Column("day", id_, primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("fetches", sa.Integer, nullable=False),
        sa.Column("readers", sa.Integer, nullable=False),
        sa.Column("last", sa.Text, nullable=False),
    )
    op.create_table(
        "gaps",
        sa.Column("event_id", id_, primary_key=True),
        sa.Column("family", id_, primary_key=True),
        sa.Column("day", id_, primary_key=True),
        sa.Column("step", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("times", sa.Integer, nullable=False),
    )
