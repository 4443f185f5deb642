"""The command `roundtable`; one file per group of commands.

In: arguments and files.  Out: text, JSON, exit codes.  May import: everything but web.
"""
