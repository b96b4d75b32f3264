"""Writes a tiny LLaVA as a checkpoint that real servers load: SigLIP tower, projector, Qwen2 decoder, random weights.

python make_checkpoint.py --out FOLDER --says WORD        (requirements.txt)

It sees the picture and then answers WORD, whatever it is shown: what a server makes of an answer can be tested
without a model that knows anything.
"""

import argparse
import sys
from pathlib import Path

import torch
from transformers import LlavaConfig, LlavaForConditionalGeneration, LlavaProcessor, Qwen2Tokenizer, SiglipImageProcessorPil

sys.path.insert(0, str(Path(__file__).parents[2] / "architectures" / "llava-onevision" / "export"))
from tokenizer import SPECIAL, build_tokenizer

TILE, PATCH, WIDTH = 56, 14, 32
TEXTS = ["Does this figure show a? Please answer yes or no. user assistant", "Yes", "No", "Maybe"] * 8
TEMPLATE = (
    "{% for message in messages %}<|im_start|>{{ message['role'] }} "
    "{% for part in message['content'] if part['type'] == 'image' %}<image>{% endfor %}"
    "{% for part in message['content'] if part['type'] == 'text' %}\n{{ part['text'] }}{% endfor %}<|im_end|>"
    "{% endfor %}{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)


def config(vocabulary: int, image: int, end: int) -> LlavaConfig:
    layers = {"hidden_size": WIDTH, "intermediate_size": 2 * WIDTH, "num_hidden_layers": 2, "num_attention_heads": 2}
    return LlavaConfig(
        vision_config=layers
        | {"model_type": "siglip_vision_model", "image_size": TILE, "patch_size": PATCH, "vision_use_head": False},
        text_config=layers
        | {"model_type": "qwen2", "vocab_size": vocabulary, "num_key_value_heads": 2, "max_position_embeddings": 512, "eos_token_id": end},
        image_token_index=image,
        vision_feature_layer=-1,
        vision_feature_select_strategy="full",
    )


def tilt(model: LlavaForConditionalGeneration, word: list[int], end: int) -> None:
    """Makes the last layer's output say which token comes next: the word's after any other, the end after the word's."""
    table, head = model.get_input_embeddings().weight, model.lm_head.weight
    with torch.no_grad():
        for layer in model.model.language_model.layers:
            layer.self_attn.o_proj.weight.zero_()
            layer.mlp.down_proj.weight.zero_()
        table.zero_()
        table[:, 0] = 1
        head.zero_()
        head[word[0], 0] = 1
        for at, token in enumerate(word, start=1):
            table[token] = 0
            table[token, at] = 1
            head[word[at] if at < len(word) else end, at] = 1


def main() -> None:
    parse = argparse.ArgumentParser(description=__doc__)
    parse.add_argument("--out", type=Path, required=True)
    parse.add_argument("--says", required=True)
    options = parse.parse_args()
    out: Path = options.out
    out.mkdir(parents=True, exist_ok=True)
    words = build_tokenizer(TEXTS, 400)
    words.save(str(out / "tokenizer.json"))
    end, image = words.token_to_id("<|im_end|>"), words.token_to_id(SPECIAL[-1])
    torch.manual_seed(1)
    model = LlavaForConditionalGeneration(config(words.get_vocab_size(), image, end)).eval()
    tilt(model, words.encode(options.says).ids, end)
    model.generation_config.eos_token_id = end
    model.save_pretrained(out)
    tokenizer = Qwen2Tokenizer.from_pretrained(out, eos_token="<|im_end|>", pad_token="<|endoftext|>", extra_special_tokens={"image_token": "<image>"})
    LlavaProcessor(
        image_processor=SiglipImageProcessorPil(size={"height": TILE, "width": TILE}),
        tokenizer=tokenizer,
        patch_size=PATCH,
        vision_feature_select_strategy="full",
        num_additional_image_tokens=0,
        chat_template=TEMPLATE,
    ).save_pretrained(out)


if __name__ == "__main__":
    main()
