"""The sentences of the public prompt collections that the parser learns from, and those that it never sees."""

import csv
import json
import re
from pathlib import Path

# What DPG-bench made longer from DSG-1k: the test set in other words.
FROM_THE_TEST_SET = re.compile(
    r"countbench|diffusiondb|drawtext|localized|midjourney|posescript|stanford|vrd|whoops"
)

LINES_OF_VBENCH = (
    "prompts/all_dimension.txt",
    "prompts/all_category.txt",
    "prompts/augmented_prompts/hunyuan_all_dimension.txt",
    "prompts/augmented_prompts/gpt_enhanced_prompts/all_dimension_longer.txt",
    "prompts/augmented_prompts/gpt_enhanced_prompts/all_category_longer.txt",
    "prompts/augmented_prompts/Wan2.1-T2V-1.3B/all_dimension_aug_wanx_seed42.txt",
    "competitions/short_prompt_list.txt",
    "competitions/long_prompt_list.txt",
    "VBench-2.0/prompts/VBench2_full_text.txt",
    "VBench-2.0/prompts/prompt_aug/VBench2_full_text_aug.txt",
    "VBench-2.0/prompts/prompt_aug/Wanx_full_text_aug.txt",
    *(f"VBench-2.0/prompts/prompt_aug/wanx_aug_prompt/{name}.txt" for name in (
        "Human_Clothes", "Human_Identity", "Human_Interaction", "Instance_Preservation", "Motion_Order_Understanding",
    )),
)


def parti(folder):
    with open(folder / "PartiPrompts.tsv", encoding="utf-8") as file:
        return [row["Prompt"] for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]


def dpg(folder):
    files = sorted((folder / "dpg_bench" / "prompts").glob("*.txt"))
    return [f.read_text(encoding="utf-8") for f in files if not FROM_THE_TEST_SET.match(f.name)]


def vbench(folder):
    lines = [line for name in LINES_OF_VBENCH for line in (folder / name).read_text(encoding="utf-8").splitlines()]
    stories = json.loads((folder / "competitions" / "story_list.json").read_text(encoding="utf-8"))
    pictures = json.loads((folder / "vbench2_beta_i2v" / "vbench2_i2v_full_info.json").read_text(encoding="utf-8"))
    return [*lines, *(line for s in stories for line in s["storyline"]), *(p["prompt_en"] for p in pictures)]


def dsg(folder):
    """DSG-1k's prompts by their names: for testing only."""
    with open(folder / "dsg" / "data" / "dsg-1k-anns.csv", encoding="utf-8") as file:
        return {row["item_id"]: row["text"] for row in csv.DictReader(file)}


def key(text):
    """What two sentences have in common that differ in case and punctuation alone."""
    return " ".join(re.findall(r"[a-z0-9]+", text.lower()))


def sentences(text):
    return [s.strip(" \"'") for s in re.split(r"(?<=[.!?])[\"”]?\s+|\n+", text) if s.strip(" \"'")]


def kept_back(files):
    """Keys of the prompts and sentences in files of other test sets: JSON lists with a `prompt` each."""
    texts = [item["prompt"] for f in files for item in json.loads(Path(f).read_text(encoding="utf-8"))]
    return {key(t) for text in texts for t in [text, *sentences(text)]}


PLAIN = re.compile(r"[\x20-\x7e‘’“”–—éèêñüöäçïâ…]+")


def training(folders, forbidden):
    """(source, sentence) of all three collections, each sentence once, none of a forbidden key."""
    seen, found = set(forbidden), []
    for name, read in (("parti", parti), ("dpg", dpg), ("vbench", vbench)):
        for prompt in read(Path(folders[name])):
            prompt = re.sub(r"[ \t]+", " ", prompt)
            if key(prompt) in forbidden:
                continue
            for sentence in sentences(prompt):
                k = key(sentence)
                if k and k not in seen and PLAIN.fullmatch(sentence) and 1 <= len(k.split()) <= 60:
                    seen.add(k)
                    found.append((name, sentence))
    return found
