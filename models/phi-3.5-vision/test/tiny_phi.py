"""A tiny Phi-3.5-vision of the published architecture, with random weights, and its three ONNX graphs."""

import math
from pathlib import Path

import torch
from tokenizers import AddedToken, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors, trainers
from torch import Tensor, nn
from transformers import CLIPVisionConfig, CLIPVisionModel, DynamicCache, Phi3Config, Phi3ForCausalLM

TILE, PATCH, TILES = 56, 14, 4
WORDS = "Does this figure show the a girl in red coat Please answer yes or no Yes No user assistant lantern dog night"


def build_tokenizer() -> Tokenizer:
    """As Llama's: not parted into words, `▁` for spaces and before each text, bytes for what is unknown, `<s>` first."""
    tokenizer = Tokenizer(models.BPE(unk_token="<unk>", fuse_unk=True, byte_fallback=True))
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace()
    trainer = trainers.BpeTrainer(
        vocab_size=430,
        special_tokens=["<unk>", "<s>", "</s>", *(f"<0x{byte:02X}>" for byte in range(256))],
        show_progress=False,
    )
    # Words also occur without a space before them, as in quotes.
    quoted = " ".join(f'"{word}"' for word in WORDS.split())
    tokenizer.train_from_iterator([WORDS, quoted, quoted, "Yes No yes no eyes uno know,.?"] * 4, trainer)
    tokenizer.normalizer = normalizers.Sequence([normalizers.Prepend("▁"), normalizers.Replace(" ", "▁")])
    tokenizer.pre_tokenizer = None
    tokenizer.decoder = decoders.Sequence(
        [decoders.Replace("▁", " "), decoders.ByteFallback(), decoders.Fuse(), decoders.Strip(" ", 1, 0)]
    )
    tokenizer.add_special_tokens(
        [
            AddedToken("<|endoftext|>", normalized=False),
            AddedToken("<|assistant|>", normalized=False, rstrip=True),
            AddedToken("<|end|>", normalized=False),
            AddedToken("<|user|>", normalized=False),
            AddedToken("<|image|>", normalized=False, rstrip=True),
        ]
    )
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A", special_tokens=[("<s>", tokenizer.token_to_id("<s>"))]
    )
    return tokenizer


class Vision(nn.Module):
    """Pixels [1, 1 + tiles, 3, side, side] and the grid's [[height, width]] to features [tokens, hidden]."""

    def __init__(self, hidden: int):
        super().__init__()
        config = CLIPVisionConfig(
            hidden_size=16,
            intermediate_size=32,
            num_hidden_layers=3,
            num_attention_heads=2,
            image_size=TILE,
            patch_size=PATCH,
            attn_implementation="eager",
        )
        self.tower = CLIPVisionModel(config)
        self.width = 4 * config.hidden_size
        self.glb_GN = nn.Parameter(torch.zeros(1, self.width))
        self.sub_GN = nn.Parameter(torch.zeros(1, 1, self.width))
        self.projection = nn.Sequential(nn.Linear(self.width, hidden), nn.GELU(), nn.Linear(hidden, hidden))

    def rows(self, features: Tensor, down, across) -> Tensor:
        """Tiles [down × across, patches, channels] to merged features row by row over the whole grid, and row ends."""
        half = TILE // PATCH // 2
        merged = features.reshape(-1, half, 2, half, 2, self.width // 4).permute(0, 1, 3, 2, 4, 5)
        merged = merged.reshape(down, across, half, half, self.width).permute(0, 2, 1, 3, 4)
        merged = merged.reshape(down * half, across * half, self.width)
        return torch.cat([merged, self.sub_GN.expand(down * half, 1, -1)], 1).reshape(-1, self.width)

    def forward(self, pixel_values: Tensor, image_sizes: Tensor) -> Tensor:
        down, across = image_sizes[0, 0] // TILE, image_sizes[0, 1] // TILE
        hidden = self.tower(pixel_values[0], output_hidden_states=True).hidden_states[-2][:, 1:]
        tiles = self.rows(hidden[1 : 1 + down * across], down, across)
        return self.projection(torch.cat([tiles, self.glb_GN, self.rows(hidden[:1], 1, 1)]))


class Embeds(nn.Module):
    """Words for tokens, features where a token is negative."""

    def __init__(self, words: nn.Embedding):
        super().__init__()
        self.words = words

    def forward(self, input_ids: Tensor, image_features: Tensor) -> Tensor:
        embeds = self.words(input_ids.clamp(0, self.words.num_embeddings - 1))
        return embeds.index_put(torch.nonzero(input_ids < 0, as_tuple=True), image_features)


class Decoder(nn.Module):
    def __init__(self, language: Phi3ForCausalLM):
        super().__init__()
        self.language, self.head = language.model, language.lm_head

    def forward(self, inputs_embeds: Tensor, attention_mask: Tensor, position_ids: Tensor, *past: Tensor) -> tuple:
        cache = DynamicCache()
        for layer in range(len(past) // 2):
            cache.update(past[2 * layer], past[2 * layer + 1], layer)
        keys = torch.arange(attention_mask.shape[1])[None, None]
        seen = (keys <= position_ids[:, :, None]) & (attention_mask[:, None] > 0)
        bias = torch.where(seen, 0.0, torch.finfo(torch.float32).min)[:, None]
        out = self.language(
            inputs_embeds=inputs_embeds, attention_mask=bias, position_ids=position_ids, cache=cache, use_cache=True
        )
        present = [tensor for layer in cache.layers for tensor in (layer.keys, layer.values)]
        return (self.head(out.last_hidden_state), *present)


def build_model(tokenizer: Tokenizer) -> tuple[Vision, Phi3ForCausalLM]:
    torch.manual_seed(1)
    language = Phi3ForCausalLM(
        Phi3Config(
            vocab_size=tokenizer.get_vocab_size(),
            eos_token_id=tokenizer.token_to_id("<|endoftext|>"),
            pad_token_id=tokenizer.token_to_id("<|endoftext|>"),
            hidden_size=32,
            intermediate_size=64,
            num_hidden_layers=2,
            num_attention_heads=4,
            num_key_value_heads=4,
            max_position_embeddings=131072,
            original_max_position_embeddings=4096,
            rope_parameters={
                "rope_type": "longrope",
                "rope_theta": 10000.0,
                "short_factor": [1.0, 1.1, 1.4, 2.0],
                "long_factor": [1.0, 2.0, 8.0, 32.0],
            },
            attn_implementation="eager",
        )
    ).eval()
    vision = Vision(language.config.hidden_size).eval()
    with torch.no_grad():
        # Large enough that every part matters to the answer.
        for module in (vision, language):
            for name, weight in module.named_parameters():
                if name.endswith("GN"):
                    weight.normal_(0, 1)
                elif weight.ndim > 1:
                    weight.normal_(0, 1 / math.sqrt(weight[0].numel()))
                elif name.endswith("bias"):
                    weight.normal_(0, 0.1)
    return vision, language


def export(vision: Vision, language: Phi3ForCausalLM, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    config = language.config
    past, present = (
        [f"{side}.{layer}.{part}" for layer in range(config.num_hidden_layers) for part in ("key", "value")]
        for side in ("past_key_values", "present")
    )

    def write(module, inputs, name, ins, outs, axes):
        torch.onnx.export(
            module,
            inputs,
            folder / f"{name}.onnx",
            input_names=ins,
            output_names=outs,
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
        )

    sequences = ("input_ids", "inputs_embeds", "position_ids", "logits")
    ends = {name: {0: "batch_size", 1: "sequence_length"} for name in sequences}
    tokens = {0: "num_image_tokens"}
    write(
        vision,
        (torch.zeros(1, 1 + TILES, 3, TILE, TILE), torch.tensor([[TILE, 3 * TILE]])),
        "vision_encoder",
        ["pixel_values", "image_sizes"],
        ["image_features"],
        {
            "pixel_values": {0: "num_images", 1: "max_num_crops"},
            "image_sizes": {0: "num_images"},
            "image_features": tokens,
        },
    )
    write(
        Embeds(language.get_input_embeddings()),
        (torch.tensor([[1, -1, -1, 2]]), torch.zeros(2, config.hidden_size)),
        "prepare_inputs_embeds",
        ["input_ids", "image_features"],
        ["inputs_embeds"],
        {name: ends[name] for name in ("input_ids", "inputs_embeds")} | {"image_features": tokens},
    )
    head = config.hidden_size // config.num_attention_heads
    # A traced graph cannot change its factors: it keeps the short ones.
    language.model.rotary_emb.rope_type = "short"
    write(
        Decoder(language),
        (
            torch.zeros(2, 3, config.hidden_size),
            torch.ones(2, 5, dtype=torch.int64),
            torch.arange(2, 5).expand(2, -1),
            *(torch.zeros(2, config.num_key_value_heads, 2, head) for _ in past),
        ),
        "model",
        ["inputs_embeds", "attention_mask", "position_ids", *past],
        ["logits", *present],
        {name: ends[name] for name in ("inputs_embeds", "position_ids", "logits")}
        | {"attention_mask": {0: "batch_size", 1: "total_sequence_length"}}
        | {name: {0: "batch_size", 2: "past_sequence_length"} for name in past}
        | {name: {0: "batch_size", 2: "total_sequence_length"} for name in present},
    )
    language.model.rotary_emb.rope_type = "longrope"
