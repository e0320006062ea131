"""What somebody said, holds or expects."""
