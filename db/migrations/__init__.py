"""The revisions of the database, run from code and never from the current folder."""
