"""Who is named in a note.

In: lines.  Out: persons and what is left of the lines.  May import: `notes.lines`, `notes.found`.
"""
