"""What a text states, as statements that stand alone, and false versions of them."""
