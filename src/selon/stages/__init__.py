"""How we read: pure functions from frozen values to tuples of frozen values, one stage a file."""
