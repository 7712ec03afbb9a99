"""What a quantity says: level or change, which bound, of what it is a share, in whose money."""
