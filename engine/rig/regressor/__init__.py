"""Networks that guess a rig's values from a picture of a face at one look."""
