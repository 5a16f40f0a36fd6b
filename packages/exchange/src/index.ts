export type { ArcGraph, Cycles, EdgeGraph } from './graph/graph.ts'
export type { Matching, MatchingDuals } from './matching/matching.ts'
