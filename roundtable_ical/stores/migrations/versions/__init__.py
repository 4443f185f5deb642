"""One file per change of the tables; what was released is never edited.

In: Alembic's `op`.  Out: tables.  May import: sqlalchemy and alembic.
"""
