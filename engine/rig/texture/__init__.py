"""The person on the game head: a photo baked into the head's texture."""
