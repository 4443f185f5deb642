"""How far a revision has come: families of calendar programs, counts of their visits, rhythms.

In: User-Agents, visits, counts.  Out: families, counts, what readers hold, how often they come.
May import: nothing of ours; knows no store, no clock, no address once it is hashed.
"""
