"""The agenda of a note.

In: a `Document`.  Out: an `Agenda` of items.  May import: `notes.times`, `notes.people`.
"""
