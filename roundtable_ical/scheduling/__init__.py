"""When it can happen: clashes, knock-on shifts, free times, plans; as values.

In: programmes, and what an organiser wants.  Out: clashes, changed programmes, free slots.
May import: programme, zones, errors; no clock, no files.
"""
