"""Indonesian: from an article to an annotated document."""
