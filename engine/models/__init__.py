"""Trained models: what exists (catalogue), and where it lies on this machine (store)."""
