"""WHAT is planned, in the organiser's words.

In: plain values (from a file's tree or from code).  Out: `SideEvent`, `Occurrence`, `Problem`.
May import: zones, errors.
"""
