"""Concept notes, agendas and programmes as people write them.

In: the lines of a document.  Out: a `Draft` of the event.
May import: `importers.draft`, ports, the core.
"""
