"""What every training of a rig's networks has: how its rate goes down, what it shows, where it keeps that."""
