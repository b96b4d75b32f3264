/** Hands pictures over to the host, as first takes of shots without one. */
import { LONGEST_PART } from '@shared/contract/index.js';
import { CONTEXT, selectShot } from '../actions/index.js';
import { tryCall } from '../link/index.js';
import { say, sayError } from '../stores/index.js';

/** Bytes in a part: base64 makes four characters of three. */
const PART = Math.floor(LONGEST_PART / 4) * 3;

/** As base64, without the head of a data address. */
const base64Of = (blob: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });

const UNREAD = { message: 'A dropped file could not be read.', hint: 'Nothing was changed. Is it a folder?' };

/** `shotId`: the one that a single picture is dropped on; null = their names say which shots they are of. */
export async function givePictures(files: readonly File[], shotId: string | null): Promise<void> {
  const pictures: { token: string; name: string }[] = [];
  for (const file of files) {
    let token: string | null = null;
    for (let at = 0; at < file.size || token === null; at += PART) {
      const part: string | null = await base64Of(file.slice(at, at + PART)).catch(() => null);
      if (part === null) return sayError(UNREAD);
      const sent = await tryCall((api) => api.given.part({ token, part }));
      if ('error' in sent) return sayError(sent.error);
      token = sent.value.token;
    }
    pictures.push({ token, name: file.name });
  }
  const taken = await tryCall((api) => api.given.firstPictures({ shotId, pictures }));
  if ('error' in taken) return sayError(taken.error);
  const { told, shotIds } = taken.value;
  const [first = '', ...others] = told;
  const [shown] = shotIds;
  if (shown !== undefined) selectShot(CONTEXT, shown);
  say('done', first, others.join(' '));
}
