"""What is to be done: duties set, asked, agreed, decided, and by when."""
