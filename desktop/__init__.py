"""The desk in front of the clerk: a thin Qt shell over ``db``."""
