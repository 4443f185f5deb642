"""Invitations, the mail that tells of them, and what was answered."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision: str | None = "0002"


def upgrade() -> None:
    """Make the tables."""
    id_ = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
    position = sa.BigInteger().with_variant(sa.Integer, "sqlite")
    op.create_table(
        "invitations",
        sa.Column("event_id", id_, primary_key=True),
        sa.Column("segment_id", id_, primary_key=True),
        sa.Column("speaker_id", id_, primary_key=True),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_table(
        "posts",
        sa.Column("position", position, primary_key=True),
        sa.Column("message_id", id_, nullable=False),
        sa.Column("event_id", id_, nullable=False),
        sa.Column("segment_id", id_, nullable=False),
        sa.Column("speaker_id", id_, nullable=False),
        sa.Column("state", id_, nullable=False),
        sa.Column("ready", id_),
        sa.Column("sent", sa.Text),
        sa.Column("body", sa.Text, nullable=False),
        sa.UniqueConstraint("message_id", name="posts_message_id_key"),
    )
    op.create_index("posts_by_readiness", "posts", ["ready"])
    op.create_index("posts_by_slot", "posts", ["event_id", "segment_id", "speaker_id"])
    op.create_table(
        "contents",
        sa.Column("message_id", id_, primary_key=True),
        sa.Column("content", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "heard",
        sa.Column("event_id", id_, primary_key=True),
        sa.Column("digest", id_, primary_key=True),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "tokens",
        sa.Column("digest", id_, primary_key=True),
        sa.Column("event_id", id_, nullable=False),
        sa.Column("scope", id_, nullable=False),
        sa.Column("subject", id_, nullable=False),
        sa.Column("made", sa.Text, nullable=False),
        sa.Column("generation", sa.Integer, nullable=False),
        sa.Column("revoked", sa.Boolean, nullable=False),
    )
    op.create_index("tokens_by_subject", "tokens", ["event_id", "scope", "subject"])
