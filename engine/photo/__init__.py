"""Photographs: reading and writing pictures, faces with their landmarks, pose and identity, and what is measured."""
