"""Documents become lines: text, Markdown, HTML, Word, PDF.

In: bytes.  Out: a `Document`.  May import: `notes.lines`, the libraries of each format.
"""
