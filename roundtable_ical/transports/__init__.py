"""Ways to deliver mail: SMTP, a maildir, a folder of files.

In: posts of the outbox.  Out: mail that has left, or why not.
May import: ports and the core.
"""
