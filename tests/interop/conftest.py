"""Programs that run in Debian's Python, which has `gi`: nothing to collect."""

collect_ignore = ["libical.py", "libical_answers.py", "libical_invitations.py"]
