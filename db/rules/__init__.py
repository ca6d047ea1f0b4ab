"""The bureau's rules as pure functions: no database, no clock, no words."""
