"""Milium: get through milia safely, and keep them from coming back."""

__version__ = "0.1.0"
