"""Drives a ComfyUI with the client `comfy-headless`. Argument: its address. Prints what came of it as JSON."""
import json
import sys

from comfy_headless.client import ComfyClient

client = ComfyClient(sys.argv[1])
made = client.generate_image("a fox", negative_prompt="fog", width=64, height=64, steps=2, seed=5, timeout=60)
images = [client.get_image(one["filename"], one["subfolder"], one["type"]) for one in made["images"]]
print(
    json.dumps(
        {
            "online": client.is_online(),
            "checkpoints": client.get_checkpoints(),
            "success": made["success"],
            "error": made.get("error"),
            "png": [image[1:4].decode("latin-1") for image in images],
            "queue": client.get_queue(),
        }
    )
)
