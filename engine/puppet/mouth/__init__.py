"""The mouth's own layers: teeth, cavity, lips."""
