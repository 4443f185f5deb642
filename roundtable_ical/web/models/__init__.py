"""What pages show, as plain values: templates lay it out and decide nothing.

In: programme values, a `Reader`.  Out: frozen values.  May import: web.reader, services and below;
no Flask.
"""
