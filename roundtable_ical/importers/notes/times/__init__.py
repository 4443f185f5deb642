"""Times of day and dates as people write them.

In: words.  Out: clocks, spans, days, and where they stand.  May import: the standard library.
"""
