"""A programme becomes bytes; one file per format.

In: `SideEvent`.  Out: bytes.  May import: ports and the core.
"""
