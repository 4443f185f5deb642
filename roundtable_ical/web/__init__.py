"""Events over HTTP: feeds for calendars, pages for people.

In: requests.  Out: responses.  May import: everything but cli.
"""
