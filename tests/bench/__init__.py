"""Benchmarks: ``python -m tests.bench NAME [--json] [--check]``, one module each."""
