"""libical.py runs in Debian's Python, which has `gi`; it is a program, nothing to collect."""

collect_ignore = ["libical.py"]
