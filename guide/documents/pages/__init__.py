"""What stands on each kind of paper, worked out before anything is written as HTML or Markdown."""
