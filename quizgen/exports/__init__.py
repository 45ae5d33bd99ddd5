"""Annotation exports: one a file, each ends ``EXPORT = …``."""
