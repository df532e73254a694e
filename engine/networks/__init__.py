"""Trained networks that several rooms use, on which device they run, and what stays in memory."""
