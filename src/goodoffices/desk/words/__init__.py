"""What was said and agreed before, by whom, in which words."""
