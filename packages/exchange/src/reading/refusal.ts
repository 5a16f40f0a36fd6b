/** What can be wrong with a file of an exchange, and on which line. */
export type ExchangeRefusal =
  | { readonly reason: 'empty' }
  /** The first line is not what the format begins with: `N M`, or `n ndd pairs arcs`. */
  | { readonly reason: 'bad-header'; readonly line: number; readonly text: string; readonly expected: string }
  /** The line has not the three numbers of a row. */
  | { readonly reason: 'bad-row'; readonly line: number; readonly text: string }
  | { readonly reason: 'no-number'; readonly line: number; readonly text: string }
  | {
      readonly reason: 'unknown-vertex'
      readonly line: number
      readonly text: string
      /** The vertices that are there, as the file numbers them. */
      readonly first: number
      readonly last: number
    }
  | { readonly reason: 'self-loop'; readonly line: number; readonly vertex: number }
  | { readonly reason: 'duplicate'; readonly line: number; readonly earlier: number; readonly ends: readonly number[] }
  | { readonly reason: 'weight-too-large'; readonly line: number; readonly text: string; readonly limit: number }
  | { readonly reason: 'weight-not-whole'; readonly line: number; readonly text: string }
  /** The file ends before all that it announces is there. */
  | { readonly reason: 'cut-off'; readonly line: number; readonly found: number; readonly expected: number }
  | { readonly reason: 'more-than-announced'; readonly line: number; readonly expected: number }
  | { readonly reason: 'no-end-line'; readonly line: number }
  | { readonly reason: 'too-many'; readonly what: 'vertices' | 'arcs'; readonly count: number; readonly limit: number }
  /** A list of successors and its list of weights are not equally long. */
  | { readonly reason: 'uneven-lists'; readonly line: number; readonly successors: number; readonly weights: number }
  | { readonly reason: 'unexpected'; readonly line: number; readonly text: string }
  | { readonly reason: 'no-json'; readonly line: number; readonly message: string }
  | { readonly reason: 'bad-json'; readonly missing: 'n' | 'arcs' | 'rankings' }
  /** Not a list of so many: of everybody, or by teacher or place a list. */
  | (InList & { readonly reason: 'bad-list'; readonly expected: number })
  /** A list names somebody, or something, to whom there is no arc. */
  | (InList & { readonly reason: 'ranks-stranger'; readonly text: string })
  | (InList & { readonly reason: 'ranks-twice'; readonly vertex: number })
  /** A list leaves somebody out to whom there is an arc. */
  | (InList & { readonly reason: 'ranks-not'; readonly vertex: number })

/** Which list it is about, and whose part of it. */
interface InList {
  readonly list: 'priority' | 'teachers' | 'schools'
  readonly line: number
  readonly of?: number
}

export interface Refused {
  readonly ok: false
  readonly refusal: ExchangeRefusal
}

export function refuse(refusal: ExchangeRefusal): Refused {
  return { ok: false, refusal }
}

/** What one file may hold: about 2 GB of working room. */
const limits = { vertices: 5_000_000, arcs: 20_000_000 } as const

export function tooMany(vertices: number, arcs: number): Refused | undefined {
  if (vertices > limits.vertices)
    return refuse({ reason: 'too-many', what: 'vertices', count: vertices, limit: limits.vertices })
  if (arcs > limits.arcs) return refuse({ reason: 'too-many', what: 'arcs', count: arcs, limit: limits.arcs })
  return undefined
}
