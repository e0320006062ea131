"""What runs from a day until a day: truces, mandates."""
