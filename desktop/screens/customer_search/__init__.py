"""The first screen: finding the customer who stands at the counter or calls."""

from desktop.screens.customer_search.screen import CustomerSearch

__all__ = ["CustomerSearch"]
