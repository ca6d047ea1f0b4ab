"""The customer's own small window, in which they type what no member of staff may see."""

from desktop.screens.customer_input.window import CustomerInput

__all__ = ["CustomerInput"]
