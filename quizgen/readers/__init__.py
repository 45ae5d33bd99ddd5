"""Sources: one format a file, each ends ``READER = …``."""
