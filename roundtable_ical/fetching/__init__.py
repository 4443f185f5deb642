"""Documents from where they are: a file, standard input, an address on the web.

In: a place, as people name it.  Out: bytes, and what they are called.  May import: the core.
"""
