/** Graphs inside nodes, as the branches of an If: they may use what lies outside, and hold weights of their own. */
import { GRAPH, graphsIn, isExternal, type Node, nodeIn, tensorIn, tensorsIn } from './graph.js';
import type { Field } from './wire.js';

const nodesOf = (graph: readonly Field[]): Node[] =>
  graph.filter(({ number }) => number === GRAPH.node).map(nodeIn);

/** Names of all that a node takes in, also deep inside; among them what is made there. */
export const usedBy = (node: Node): string[] => [
  ...node.inputs,
  ...graphsIn(node).flatMap((graph) => nodesOf(graph).flatMap(usedBy)),
];

/** Whether a node itself holds weights that lie beside the model's file. */
export const holdsExternalWeights = (node: Node): boolean =>
  tensorsIn(node).some(isExternal) ||
  graphsIn(node).some(
    (graph) =>
      graph.some((one) => one.number === GRAPH.initializer && isExternal(tensorIn(one))) ||
      nodesOf(graph).some(holdsExternalWeights),
  );
