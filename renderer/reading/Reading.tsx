import { readingWords } from '@shared/reading-words.js';
import { useDocument } from '../stores/index.js';

/** How far the reading of a storyboard is that opens. */
export function Reading({ className }: { readonly className?: string }) {
  const reading = useDocument((mirror) => mirror.reading);
  return <span className={className}>{reading ? readingWords(reading.read, reading.all) : 'Reading…'}</span>;
}
