"""Mail to members: its words, and the way from the outbox to the bureau's mail server."""
