"""The read side: functions of a session that give back immutable facts, never entities."""
