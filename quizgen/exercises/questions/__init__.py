"""Questions on what a text tells: clauses, amounts, causes, offices, occasions."""
