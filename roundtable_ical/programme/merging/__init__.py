"""A document read again meets the file that was made of it.

In: two events, three where the old document is there.  Out: one, and what became of the rest.
May import: the rest of `programme`.
"""
