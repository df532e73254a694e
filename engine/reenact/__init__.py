"""Reenactment: a portrait moved by a driver, and the film of it."""
