"""One file per change of the tables, in Alembic's form; what was released is never edited."""
