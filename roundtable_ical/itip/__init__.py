"""Who is asked, and what they answer: RFC 5546 and 6047, as values.

In: programmes, the ledger of invitations, mails as bytes.  Out: letters, verdicts, ledgers.
May import: ical, revisions, programme, zones, errors; no clock, no mailbox.
"""
