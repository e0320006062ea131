"""From a snapshot to pictures of it: what is shown, and what it shows in one line. Pages and briefs show the same."""
