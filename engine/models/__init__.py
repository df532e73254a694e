"""Trained models: what exists (catalogue), where it lies on this machine (store), what is loaded (residency)."""
