"""Who owes what by when, what happened and what runs, and where sources contradict each other."""
