"""Figures checked against each other: what follows from them, and where they cannot all be true.

``intervals``   arithmetic with open and closed ends
``stated``      what a stated figure leaves possible, by its bound and its written digits
``statements``  which figures state the same thing, and when
``vintage``     the same number stated again and again: which statement leads, and its history
``implied``     values that follow from figures, as derived figures with formula and parents
``findings``    contradictions, suspects, revisions and agreements, each with its figures and a sentence
"""
