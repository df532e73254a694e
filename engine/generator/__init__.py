"""Face generators and their latent spaces: z -> w -> w+ -> picture, whatever file the weights came in."""
