"""A photo on its fitted head, deformed and drawn live: blendshape weights and a head turn in, pixels out."""
