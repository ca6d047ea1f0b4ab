"""A fictional town to practise and to measure with: the same one from the same seed, always."""
