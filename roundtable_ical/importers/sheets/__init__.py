"""A table, row by row, becomes an agenda.

In: the bytes of a table or workbook.  Out: `Reading`.  May import: importers/, ports and the core.
"""
