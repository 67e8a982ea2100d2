"""How well selon reads, measured: one table, ours beside the peers'.  `python -m benchmarks` prints it; the package never imports it."""
