"""Annotated Indonesian news, and the reading exercises and notebooks it becomes."""

__version__ = "0.1.0"
