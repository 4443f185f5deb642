"""What came by mail: octets of whatever a program wrote, as values, and what becomes of them.

In: mails as bytes, the ledger.  Out: mails, calendars, reports as values; rulings.
May import: ledger, outbox, participation, ical, zones; never writing.
"""
