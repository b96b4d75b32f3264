"""Drives an A1111 with the client `webuiapi`. Arguments: host, port. Prints what came of it as JSON."""
import json
import sys

import webuiapi
from PIL import Image

host, port = sys.argv[1], int(sys.argv[2])
api = webuiapi.WebUIApi(host=host, port=port, sampler="Euler", steps=2)
words = {"prompt": "a fox", "negative_prompt": "fog", "seed": 5, "width": 64, "height": 64, "cfg_scale": 7}
first = api.txt2img(**words)
again = api.img2img(images=[first.image], denoising_strength=0.5, **words)
mask = Image.new("L", (64, 64), 0)
mask.paste(255, (16, 16, 48, 48))
inside = api.img2img(
    images=[first.image], mask_image=mask, inpaint_full_res=False, mask_blur=0, denoising_strength=1, **words
)
api.interrupt()
print(
    json.dumps(
        {
            "models": [model["title"] for model in api.get_sd_models()],
            "samplers": len(api.get_samplers()),
            "sizes": [one.image.size for one in (first, again, inside)],
            "seed": first.info["seed"],
            "kept": inside.image.getpixel((2, 2)) == first.image.getpixel((2, 2)),
            "progress": api.get_progress()["progress"],
        }
    )
)
