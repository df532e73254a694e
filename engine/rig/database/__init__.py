"""Databases of rendered heads."""
