"""Who met whom."""
