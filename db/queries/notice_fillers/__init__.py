"""Fills in the facts of each kind of notice from what is on file; ``notice_catalogue`` joins."""
