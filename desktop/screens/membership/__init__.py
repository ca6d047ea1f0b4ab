"""The customer's membership of the portal: how it stands, and what can be done about it."""
