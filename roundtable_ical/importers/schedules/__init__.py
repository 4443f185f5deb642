"""What the readers of schedule files share: talks as every format has them, made into a draft.

In: what one format said, as values.  Out: `Plan` and the reading made of it.
May import: the importers' draft, ports and the core.
"""
