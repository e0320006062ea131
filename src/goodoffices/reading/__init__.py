"""From a text to proposals: what it says, in its exact words, for people to review."""
