"""WHAT CHANGED between two programmes, and what each segment last said.

In: programmes and what was said before.  Out: changes, ledgers, stamps.
May import: programme, zones, errors.
"""
