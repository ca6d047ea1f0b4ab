"""The write side: functions of a session that record who did what; they never commit."""
