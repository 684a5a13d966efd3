"""A second, deliberately naive reading of the design, to contradict the engine where it is wrong."""
