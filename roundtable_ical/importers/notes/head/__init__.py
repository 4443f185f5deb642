"""What a note says outside its agenda.

In: a `Document`.  Out: a `Head`.  May import: `notes.times`, `notes.people`, zones.
"""
