"""How Tongbi stands to other ways of comparing two reports, and how its cost grows with the length of the texts."""
