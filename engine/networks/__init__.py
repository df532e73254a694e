"""Trained networks that several rooms use, loaded once (zoo), their device, and what stays in memory (residency)."""
