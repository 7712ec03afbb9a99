"""Words and signs of a text, and the tables that they are looked up in."""
