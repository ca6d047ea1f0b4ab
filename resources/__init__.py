"""What the program ships beside its code: type, pictures, colours, words and tariffs."""
