"""A calendar, line by line, becomes an agenda.

In: the bytes of an ``.ics``.  Out: `Reading`.  May import: importers/, ports and the core.
"""
