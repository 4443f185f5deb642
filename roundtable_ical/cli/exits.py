"""What exit codes mean: 0 done, 1 the input has errors, 2 wrong usage, 3 the world failed."""

INPUT_HAS_ERRORS = 1
WRONG_USAGE = 2
WORLD_FAILED = 3
