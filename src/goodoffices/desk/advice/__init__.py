"""What wants attention, the pack for a meeting, and the brief."""
