"""Where publications are kept; every store keeps the same promises (tests/contracts).

In: `Publication`.  Out: `Snapshot`.  May import: ports and the core.
"""
