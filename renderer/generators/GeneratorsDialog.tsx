import { useEffect } from 'react';
import { refreshGenerators } from '../link/index.js';
import { useConnected } from '../stores/index.js';
import { Dialog, Waiting } from '../ui/index.js';
import { GeneratorCard } from './GeneratorCard.js';
import { useGenerators } from './use-generators.js';
import './generators.css';

/** What makes the new pictures: each with how it is set up, how it is doing, what it can, and a test. */
export function GeneratorsDialog() {
  const generators = useGenerators();
  const isConnected = useConnected();
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when the host is back
  useEffect(() => void refreshGenerators(), [isConnected]);
  return (
    <Dialog title="Generators" className="wide generators">
      {generators.length === 0 && <Waiting />}
      {generators.map((generator) => (
        <GeneratorCard key={generator.id} generator={generator} />
      ))}
    </Dialog>
  );
}
