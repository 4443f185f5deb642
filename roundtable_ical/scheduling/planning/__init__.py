"""Plan: a programme and its wishes become the programme that keeps them and changes least.

In: a programme, the others that share its people and rooms.  Out: a `Plan`, or why there is none.
May import: the rest of scheduling, programme, zones, errors; ortools only where it is asked for.
"""
