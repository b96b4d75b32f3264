import { type FormEvent, useEffect, useRef, useState } from 'react';
import { tryCall } from '../link/index.js';
import { useSettings } from '../stores/index.js';

interface Props {
  readonly onAdded: () => Promise<void>;
}

/** Puts a model of a hub into the list; its files are downloaded from there. */
export function AddFromHub({ onAdded }: Props) {
  const mirror = useSettings((settings) => settings.mirror);
  const [repository, setRepository] = useState('');
  const [asking, setAsking] = useState(false);
  const [said, setSaid] = useState<{ message: string; hint?: string } | null>(null);
  const answered = useRef<HTMLDivElement>(null);
  // The field may be the last thing in view, and the answer comes under it.
  useEffect(() => {
    if (said) answered.current?.scrollIntoView({ block: 'nearest' });
  }, [said]);
  const host = mirror ? new URL(mirror).host : 'huggingface.co';
  const name = repository.trim();

  const add = async (event: FormEvent) => {
    event.preventDefault();
    if (name === '' || asking) return;
    setSaid(null);
    setAsking(true);
    const answer = await tryCall((api) => api.models.add({ repository: name }));
    setAsking(false);
    if ('error' in answer) {
      setSaid(answer.error);
      return;
    }
    setRepository('');
    setSaid({ message: `${answer.value.id} was added to the list above: download it there.` });
    await onAdded();
  };
  return (
    <form className="add-from-hub" aria-label="Add from a hub" onSubmit={(event) => void add(event)}>
      <label htmlFor="hub-repository">Add from a hub</label>
      <div className="hub-field">
        <input
          id="hub-repository"
          className="field"
          value={repository}
          placeholder="owner/name"
          spellCheck={false}
          autoComplete="off"
          aria-describedby="hub-repository-help"
          onChange={(event) => setRepository(event.target.value)}
        />
        <button type="submit" className="button" disabled={name === '' || asking}>
          Add
        </button>
      </div>
      <p id="hub-repository-help" className="faint">
        A LLaVA-OneVision or Phi-3.5-vision model in ONNX. Adding it asks {host} which files there are;
        nothing else is downloaded.
      </p>
      <div role="status" className="selectable" data-testid="hub-said" ref={answered}>
        {asking && <p className="faint">Asking {host}…</p>}
        {said && <p>{said.message}</p>}
        {said?.hint && <p className="faint">{said.hint}</p>}
      </div>
    </form>
  );
}
