"""Worksheet formats: one a file, each ends ``FORMAT = …``."""
