"""Theme, icons, and pixels to pictures."""
