"""Figures at Source: published numbers, each tied to the sentence that states it."""
