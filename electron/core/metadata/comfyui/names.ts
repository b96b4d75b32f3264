/** What a text that holds a graph is told by. */
import type { EmbeddedText } from '../containers/index.js';

/** "prompt:" and "workflow:" as SaveAnimatedWEBP writes them, whatever their case. */
export const NAMED = /^\s*(?:prompt|workflow)\s*:\s*/i;

export const mayBeGraph = ({ text }: EmbeddedText): boolean =>
  text !== null && (text.includes('"class_type"') || (text.includes('"nodes"') && text.includes('"links"')));
