"""Where model files come from: packages, the hub."""
