"""Keys: pictures of the same person with another expression, whose texture and mouth a live puppet blends in."""
