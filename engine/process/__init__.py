"""Work done by other processes: another program watched, a spawned child, a pool, a cluster."""
