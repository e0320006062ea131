"""What happened, and what it does to what was set."""
