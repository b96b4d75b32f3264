/** A frame as servers take it: one data URL, made once, the same bytes at the head of each of its requests. */
import { ContinuistError } from '@shared/errors.js';
import type { Region } from '@shared/records/index.js';
import sharp from 'sharp';
import { crop, PIXEL_LIMIT, reasonOf } from '../judge/index.js';

/** Longest side that is sent, pixels: more is cut down by the models anyway and costs tokens and upload. */
const LONGEST_SIDE = 1024;
/** JPEG without chroma subsampling: readable by every server (llama.cpp knows no WebP), colours kept. */
const JPEG = { quality: 92, chromaSubsampling: '4:4:4' } as const;

/** VQAScore's question (arXiv 2404.01291). */
export const questionFor = (text: string): string =>
  `Does this figure show "${text}"? Please answer yes or no.`;

/** What makes two judgements comparable besides the model: part of the judge's version. */
export const RECIPE = JSON.stringify([questionFor(''), LONGEST_SIDE, JPEG]);

/** Transparent parts lie over mid grey; only the first picture of an animation counts; EXIF turns it upright. */
export async function dataUrl(file: string, region: Region | null): Promise<string> {
  try {
    const upright = sharp(file, { limitInputPixels: PIXEL_LIMIT, pages: 1 })
      .autoOrient()
      .flatten({ background: '#808080' })
      .toColourspace('srgb');
    const part = region ? await crop(upright, region) : upright;
    const bytes = await part
      .resize(LONGEST_SIDE, LONGEST_SIDE, { fit: 'inside', withoutEnlargement: true })
      .jpeg(JPEG)
      .toBuffer();
    return `data:image/jpeg;base64,${bytes.toString('base64')}`;
  } catch (cause) {
    throw new ContinuistError('IMAGE_UNREADABLE', reasonOf(cause, file), {}, cause);
  }
}

/**
 * The request's body, written by hand so that everything up to the question has the same bytes for all claims
 * of a frame: a server's prefix cache compares tokens, its picture cache compares bytes. `topLogprobs` 0 = ask
 * for the word alone.
 */
export function bodyFor(model: string, picture: string, question: string, topLogprobs: number): string {
  const head = `{"model":${JSON.stringify(model)},"messages":[{"role":"user","content":[{"type":"image_url","image_url":{"url":"${picture}"}},{"type":"text","text":`;
  const how =
    topLogprobs > 0 ? `"max_tokens":1,"logprobs":true,"top_logprobs":${topLogprobs}` : '"max_tokens":8';
  return `${head}${JSON.stringify(question)}}]}],"temperature":0,${how}}`;
}
