"""Who stands where, how they voted, and who should be in the room by which rule."""
