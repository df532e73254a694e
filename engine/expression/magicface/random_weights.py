"""MagicFace's networks with random weights: speed and memory do not depend on what they have learnt."""

from engine.expression.magicface.networks import MagicFaceNetworks

_FULL, _TINY = (320, 640, 1280, 1280), (32, 64, 64, 64)
_FULL_VAE, _TINY_VAE = (128, 256, 512, 512), (32, 32, 64, 64)


def random_networks(full: bool, seed: int = 0) -> MagicFaceNetworks:
    """The published geometry (1.8 thousand million weights, 7 GB) or a tiny one of the same shape; float32, CPU."""
    import torch
    from diffusers import AutoencoderKL, UNet2DConditionModel

    torch.manual_seed(seed)
    width = 768 if full else 32

    def unet(channels: int) -> UNet2DConditionModel:
        return UNet2DConditionModel(
            sample_size=64, in_channels=channels, out_channels=4, layers_per_block=2, cross_attention_dim=width,
            block_out_channels=_FULL if full else _TINY, attention_head_dim=8, time_embedding_dim=1280,
        ).eval().requires_grad_(False)

    vae = AutoencoderKL(
        in_channels=3, out_channels=3, latent_channels=4, block_out_channels=_FULL_VAE if full else _TINY_VAE,
        layers_per_block=2 if full else 1, scaling_factor=0.18215,
        down_block_types=("DownEncoderBlock2D",) * 4, up_block_types=("UpDecoderBlock2D",) * 4,
    ).eval().requires_grad_(False)
    au_layer = torch.nn.Linear(12, 1280).eval().requires_grad_(False)
    return MagicFaceNetworks(vae, unet(4), unet(8), au_layer, torch.randn(1, 77, width))
