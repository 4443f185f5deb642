"""What leaves by mail: letters to speakers and notices to the organizer, the same bytes each time.

In: letters, answers that were heard, links.  Out: calendars, words, whole mails.
May import: requests, ledger, outbox, participation, ical, zones; never reading.
"""
