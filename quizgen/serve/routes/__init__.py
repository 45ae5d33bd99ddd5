"""What each address answers; one page a file."""
