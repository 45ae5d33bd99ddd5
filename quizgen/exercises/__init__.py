"""Exercise types: one a file, each ends ``EXERCISE = …``."""
