"""The procedures (手続き): each a form, carried by one frame through the same four steps."""
