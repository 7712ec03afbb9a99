"""Pieces of pages: each a function from data to a component, with no app and no state."""
