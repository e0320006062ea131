"""What a text says, one module for each kind of thing found; each proposes claims to the drafts."""
