"""What is tied to what, given for what, and where parties differ or agree."""
