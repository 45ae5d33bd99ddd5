"""What makers of several families share: text, choices, tables, standard language."""
