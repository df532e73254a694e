"""The files generators come in, read without running anything that is inside them."""
