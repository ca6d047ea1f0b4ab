"""The panel at the right of a customer: today's contact, from the check to the wrap-up."""
