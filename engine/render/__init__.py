"""From a request to a frame: what a renderer is, the stages of a look, pictures and batches."""
