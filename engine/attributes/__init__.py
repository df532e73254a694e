"""Attributes: what can be measured on a generator's faces, and the directions in its latent space that change it."""
