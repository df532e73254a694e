"""From a photo to the latents that a generator draws it from."""
