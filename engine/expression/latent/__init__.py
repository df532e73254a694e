"""Expression by a face generator: action units as moves of its latents, found in closed loop for each face.

The prototype's study (which units are directions of a latent space at all) and the measurements are in docs/latent.md.
"""
