"""HOW it is written: RFC 5545, 7986 and our promises of a feed.

In: `SideEvent` and what of it is wanted.  Out: `Feed` (bytes).
May import: programme, zones, errors.
"""
