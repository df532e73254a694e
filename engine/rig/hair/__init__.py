"""Hair, beards, brows and glasses as meshes of their own, from a photo and from stock."""
