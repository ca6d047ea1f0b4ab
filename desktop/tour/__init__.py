"""The tour: the real program led through a real contact, a picture and its texts at each step."""
