"""Face parsing: which pixel is skin, brow, eye, lip, hair, cloth."""
