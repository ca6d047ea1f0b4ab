"""What the program shows and reckons with, kept as files: read it with importlib.resources."""
