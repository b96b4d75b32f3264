import type { Graph, GraphNode } from './check-graph.js';

/** The node that an input is linked to. */
export const linked = (graph: Graph, value: unknown): GraphNode | undefined =>
  Array.isArray(value) ? graph[String(value[0])] : undefined;
