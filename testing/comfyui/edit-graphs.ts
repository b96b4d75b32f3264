/** Graphs that change a picture as a sentence says, as Qwen-Image-Edit, Kontext and InstructPix2Pix are built. */

/** Files of models that they load. */
export const EDIT_MODELS = [
  'edit.safetensors',
  'encoder.safetensors',
  'ae.safetensors',
  'qwen_image_vae.safetensors',
];

export type EditGraph = Record<string, { class_type: string; inputs: Record<string, unknown> }>;

export const samplerOn = (positive: string, negative: string, latent: string) => ({
  class_type: 'KSampler',
  inputs: {
    seed: 7,
    steps: 4,
    cfg: 1,
    sampler_name: 'euler',
    scheduler: 'simple',
    denoise: 1,
    model: ['1', 0],
    positive: [positive, 0],
    negative: [negative, 0],
    latent_image: [latent, 0],
  },
});

const around = (vae: string): EditGraph => ({
  '1': { class_type: 'UNETLoader', inputs: { unet_name: 'edit.safetensors', weight_dtype: 'default' } },
  '2': { class_type: 'CLIPLoader', inputs: { clip_name: 'encoder.safetensors', type: 'qwen_image' } },
  '3': { class_type: 'VAELoader', inputs: { vae_name: vae } },
  '8': { class_type: 'VAEDecode', inputs: { samples: ['7', 0], vae: ['3', 0] } },
  '9': { class_type: 'SaveImage', inputs: { images: ['8', 0], filename_prefix: 'ComfyUI' } },
});

/** Qwen-Image-Edit 2509: it is given the picture that it changes, and another to look at. */
export const qwen = (): EditGraph => {
  const encoder = (prompt: string) => ({
    class_type: 'TextEncodeQwenImageEditPlus',
    inputs: { clip: ['2', 0], vae: ['3', 0], image1: ['11', 0], image2: ['12', 0], prompt },
  });
  return {
    ...around('qwen_image_vae.safetensors'),
    '5': encoder('make the sofa green'),
    '6': encoder(''),
    '7': samplerOn('5', '6', '13'),
    '10': { class_type: 'LoadImage', inputs: { image: 'room.png' } },
    '11': { class_type: 'FluxKontextImageScale', inputs: { image: ['10', 0] } },
    '12': { class_type: 'LoadImage', inputs: { image: 'sofa.png' } },
    '13': { class_type: 'VAEEncode', inputs: { pixels: ['11', 0], vae: ['3', 0] } },
  };
};

/** Z-Image Omni and its like: pictures beside the words, and it draws from nothing. */
export const besideWords = (
  type: string,
  pictures: Readonly<Record<string, readonly [string, number]>>,
): EditGraph => {
  const encoder = (prompt: string, shown: object) => ({
    class_type: type,
    inputs: { ...shown, clip: ['2', 0], vae: ['3', 0], prompt },
  });
  return {
    ...around('ae.safetensors'),
    '5': encoder('make the sofa green', pictures),
    '6': encoder('', {}),
    '7': samplerOn('5', '6', '13'),
    '10': { class_type: 'LoadImage', inputs: { image: 'room.png' } },
    '11': { class_type: 'FluxKontextImageScale', inputs: { image: ['10', 0] } },
    '12': { class_type: 'LoadImage', inputs: { image: 'sofa.png' } },
    '13': { class_type: 'EmptySD3LatentImage', inputs: { width: 1024, height: 576, batch_size: 1 } },
  };
};

/** Boogu: one node has the words of both sides. */
export const boogu = (): EditGraph => {
  const graph = besideWords('TextEncodeBooguEdit', { 'images.image_1': ['11', 0] });
  const { '6': _none, '5': encoder, ...rest } = graph;
  return {
    ...rest,
    '5': {
      class_type: 'TextEncodeBooguEdit',
      inputs: { ...encoder?.inputs, negative_prompt: 'blurred' },
    },
    '7': {
      class_type: 'KSampler',
      inputs: { ...samplerOn('5', '5', '13').inputs, negative: ['5', 1] },
    },
  };
};

/** Kontext: the picture's latent leads beside the words, and it draws from nothing. */
export const kontext = (): EditGraph => ({
  ...around('ae.safetensors'),
  '5': { class_type: 'CLIPTextEncode', inputs: { clip: ['2', 0], text: 'make the sofa green' } },
  '6': { class_type: 'ConditioningZeroOut', inputs: { conditioning: ['5', 0] } },
  '7': samplerOn('16', '6', '13'),
  '10': { class_type: 'LoadImage', inputs: { image: 'room.png' } },
  '11': { class_type: 'FluxKontextImageScale', inputs: { image: ['10', 0] } },
  '12': { class_type: 'VAEEncode', inputs: { pixels: ['11', 0], vae: ['3', 0] } },
  '13': { class_type: 'EmptySD3LatentImage', inputs: { width: 1024, height: 576, batch_size: 1 } },
  '14': { class_type: 'ReferenceLatent', inputs: { conditioning: ['5', 0], latent: ['12', 0] } },
  '16': { class_type: 'FluxGuidance', inputs: { conditioning: ['14', 0], guidance: 2.5 } },
});

/** With a second picture, whose latent follows the first. */
export const kontextOfTwo = (): EditGraph => ({
  ...kontext(),
  '16': { class_type: 'FluxGuidance', inputs: { conditioning: ['15', 0], guidance: 2.5 } },
  '15': { class_type: 'ReferenceLatent', inputs: { conditioning: ['14', 0], latent: ['18', 0] } },
  '17': { class_type: 'LoadImage', inputs: { image: 'sofa.png' } },
  '18': { class_type: 'VAEEncode', inputs: { pixels: ['17', 0], vae: ['3', 0] } },
});

/** InstructPix2Pix: one node leads both sides and draws from an empty latent as large as the picture. */
export const pix2pix = (): EditGraph => ({
  ...around('ae.safetensors'),
  '4': { class_type: 'CLIPTextEncode', inputs: { clip: ['2', 0], text: 'blurred' } },
  '5': { class_type: 'CLIPTextEncode', inputs: { clip: ['2', 0], text: 'make the sofa green' } },
  '6': {
    class_type: 'InstructPixToPixConditioning',
    inputs: { positive: ['5', 0], negative: ['4', 0], vae: ['3', 0], pixels: ['10', 0] },
  },
  '7': {
    class_type: 'KSampler',
    inputs: {
      ...samplerOn('6', '6', '6').inputs,
      negative: ['6', 1],
      latent_image: ['6', 2],
    },
  },
  '10': { class_type: 'LoadImage', inputs: { image: 'room.png' } },
});
