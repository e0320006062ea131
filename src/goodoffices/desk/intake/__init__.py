"""What comes in: files, feeds, folders, claims written by hand, and the reading of what came."""
