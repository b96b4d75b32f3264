/** What ComfyUI says went wrong, in an artist's words and at its node. */
import { parseLoosely } from '@core/metadata/index.js';
import { sentenceIn } from '@models/server/index.js';
import { itsWords } from '../its-words.js';
import { type Nodes, titleOf } from './links.js';
import { executionError, type NodeErrors, type NodeFault, refusal } from './replies.js';

/** Names that a message lists. */
const MOST_NAMED = 8;

/** "KSampler (node 3)", by its title where it has one of its own. */
function nodeAt(nodes: Nodes, id: string, type = nodes[id]?.class_type ?? 'a node'): string {
  const title = nodes[id] ? titleOf(nodes[id]) : '';
  const own = title === '' ? type : `“${title}”, ${type}`;
  return `${own} (node ${id})`;
}

/** Of what was not taken at all. `text`: the reply to it. */
export function whyRefused(status: number, text: string, nodes: Nodes): string {
  if (status === 403)
    return 'ComfyUI refuses to be asked from here (403). Use the address that it prints when it starts, and check what stands between.';
  if (status === 413) return 'The graph is too large for ComfyUI (413).';
  const { data } = refusal.safeParse(parseLoosely(text));
  const faults = data?.node_errors ? whyNotValid(data.node_errors, nodes) : '';
  if (faults) return faults;
  if (!data?.error) {
    const said = itsWords(sentenceIn(text));
    return `ComfyUI failed at the request (${status})${said ? `: ${said}` : '.'}`;
  }
  const { type, message, details, extra_info: extra } = data.error;
  if (type === 'prompt_no_outputs') return 'The graph saves no picture.';
  const [, named = extra?.node_id ?? ''] = /#([^'"]+)/.exec(details) ?? [];
  const isMissing = type === 'missing_node_type' || /does not exist|not found/.test(message);
  if (isMissing && named) {
    const missing = extra?.class_type ?? nodes[named]?.class_type ?? '';
    return `The graph uses the node “${itsWords(missing)}”, which this ComfyUI does not have (node ${itsWords(named)}). Install what it belongs to, or choose another graph.`;
  }
  return `ComfyUI does not take the graph: ${itsWords([message, details].filter(Boolean).join(': '))}`;
}

/** Of nodes that do not fit. Empty where none is named. */
export function whyNotValid(errors: NodeErrors, nodes: Nodes): string {
  const said = Object.entries(errors).flatMap(([id, { errors: faults, class_type: type }]) =>
    faults.map((fault) => whyAt(fault, nodeAt(nodes, itsWords(id), itsWords(type) || undefined))),
  );
  const [first = '', ...others] = [...new Set(said)];
  return others.length > 0 ? `${first}\n${others.slice(0, MOST_NAMED).join('\n')}` : first;
}

const MODEL = /ckpt|model|unet|vae|lora|clip|control_net/i;

/** Whether an input names a file of a model. */
export const isModelInput = (input: string): boolean => MODEL.test(input);

function whyAt({ type, message, details, extra_info: extra }: NodeFault, node: string): string {
  const input = itsWords(extra?.input_name ?? '');
  const given = itsWords(String(extra?.received_value ?? ''));
  switch (type) {
    case 'value_not_in_list': {
      const has = choicesIn(extra?.input_config);
      const list = has.length > 0 ? ` It has ${has.join(', ')}.` : '';
      return isModelInput(input)
        ? `The graph names a model that the server does not have: “${given}”, at ${node}.${list}`
        : `“${given}” is no choice of “${input}” at ${node}.${list}`;
    }
    case 'required_input_missing':
      return `${node} needs “${input || itsWords(details)}”, which the graph does not give.`;
    case 'value_smaller_than_min':
      return `“${input}” is too small at ${node}: ${given}.`;
    case 'value_bigger_than_max':
      return `“${input}” is too large at ${node}: ${given}.`;
    case 'invalid_input_type':
      return `“${input}” at ${node} takes no such value: ${given}.`;
    case 'custom_validation_failed':
      return /Invalid image file/.test(details)
        ? `The graph loads a picture that the server does not have, at ${node}: ${itsWords(details.replace(/^.*Invalid image file:\s*/, ''))}.`
        : `${node} refuses its input: ${itsWords(details)}.`;
    case 'dependency_cycle':
      return `The graph goes round in a circle at ${node}.`;
    case 'return_type_mismatch':
    case 'bad_linked_input':
    case 'exception_during_validation':
    case 'exception_during_inner_validation':
      return `${node} is not connected as this ComfyUI needs it: ${itsWords(details || message)}.`;
    default:
      return `${node}: ${itsWords([message, details].filter(Boolean).join(': '))}`;
  }
}

/** What can be chosen of `[["a", "b"], {…}]`, or `["COMBO", {options: ["a"]}]`. */
export function optionsOf(config: unknown): string[] {
  const [list, more] = Array.isArray(config) ? config : [];
  const options = Array.isArray(list) ? list : (more as { options?: unknown } | undefined)?.options;
  return Array.isArray(options) ? options.filter((one) => typeof one === 'string') : [];
}

function choicesIn(config: unknown): string[] {
  const all = optionsOf(config);
  const named = all.slice(0, MOST_NAMED).map((one) => `“${itsWords(one)}”`);
  return all.length > MOST_NAMED ? [...named, `and ${all.length - MOST_NAMED} more`] : named;
}

/** As PyTorch names it, or by the card. Nodes run out of other memory as well. */
const CARD_IS_FULL =
  /OutOfMemory|\b(?:CUDA|HIP|MPS|XPU|GPU)\b[^.\n]{0,40}out of memory|out of memory on (?:your|the) GPU/i;

/** Of work that failed on the way. `said`: the data of `execution_error`. */
export function whyFailed(said: unknown, nodes: Nodes): string {
  const { data } = executionError.safeParse(said);
  if (!data) return 'ComfyUI failed at the picture, and does not say why.';
  const node = nodeAt(nodes, itsWords(data.node_id ?? '?'), itsWords(data.node_type ?? '') || undefined);
  if (CARD_IS_FULL.test(`${data.exception_type} ${data.exception_message}`))
    return `ComfyUI ran out of graphics memory at ${node}. Close what else uses the card, or make the picture smaller.`;
  const words = itsWords(data.exception_message) || itsWords(data.exception_type);
  return `${node} failed${words ? `: ${words}` : '.'}`;
}
