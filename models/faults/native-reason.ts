/** Characters; what comes after is for nobody. */
const LONGEST = 300;

/** What ONNX Runtime or transformers.js throws, in one line: without source files and checks, which come first. */
export function nativeReason(thrown: unknown): string {
  const text = thrown instanceof Error ? thrown.message : String(thrown);
  const said = text.replace(/^[\s\S]* was false\. /, '').replace(/^(\S*Error|OrtSession\w+): /, '');
  const [line = ''] = said.trim().split('\n');
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}
