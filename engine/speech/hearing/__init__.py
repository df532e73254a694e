"""Hearing: what a mouth shows, from the sound of a voice, by a small network of our own."""
