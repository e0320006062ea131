"""What a text says: a room for each kind of thing found; its modules propose claims to the drafts."""
