"""Tests of what enters and leaves the database as the billing host's files."""
