"""Bytes become a programme and problems; one file per format.

In: `Source`.  Out: `Reading`.  May import: ports and the core.
"""
