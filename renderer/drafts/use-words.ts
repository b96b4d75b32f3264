import { useSession, type WordsFor, withWords, wordsKey } from '../stores/index.js';

export interface Words {
  /** What is typed, else what was sent last. */
  readonly text: string;
  /** Something is typed that is not sent. */
  readonly isDraft: boolean;
  readonly write: (text: string) => void;
  readonly discard: () => void;
  /** These words were sent: they are no draft any more, unless others were typed meanwhile. */
  readonly settle: (text: string) => void;
}

/** Words typed for something of a shot; kept until they are sent or discarded. `sent`: what stands there without. */
export function useWords(shotId: string, what: WordsFor, sent: string): Words {
  const key = wordsKey(shotId, what);
  const kept = useSession((session) => session.words[key]);
  const put = (text: string | null) =>
    useSession.setState(({ words }) => ({ words: withWords(words, key, text) }));
  return {
    text: kept ?? sent,
    isDraft: kept !== undefined && kept !== sent,
    write: (text) => put(text === sent ? null : text),
    discard: () => put(null),
    settle: (text) => useSession.getState().words[key] === text && put(null),
  };
}
