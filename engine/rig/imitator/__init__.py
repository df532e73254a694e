"""Networks that draw what a game engine would, so that a picture can be followed back to the values behind it."""
