"""The tables of the SQL store through time; Alembic's revisions are in `versions`.

In: a connection.  Out: tables of the newest form.  May import: errors.
"""
