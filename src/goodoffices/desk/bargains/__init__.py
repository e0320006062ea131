"""What could they all accept, what is a linkage worth, would it hold, where would it end."""
