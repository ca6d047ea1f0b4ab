"""Paper: facts in, the bytes of a PDF out; no Qt, no database."""
