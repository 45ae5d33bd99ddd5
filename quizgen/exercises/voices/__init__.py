"""Who says what in a text, and how certain that is."""
