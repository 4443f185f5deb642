"""What the program does, one verb per file; ports come in as arguments.

In: values and ports.  Out: values.  May import: ports and the core.
"""
