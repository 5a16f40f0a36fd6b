/** What is wrong with a file or with what is asked of it; line and column count from 1, with the header on line 1. */
export type ReadProblem = { readonly line?: number; readonly column?: number } & (
  | { readonly reason: 'empty-file' }
  | { readonly reason: 'row-width'; readonly expected: number; readonly found: number }
  | { readonly reason: 'unclosed-quote' }
  | { readonly reason: 'missing-column'; readonly asked: string; readonly known: readonly string[] }
  | { readonly reason: 'column-twice'; readonly asked: string }
  | { readonly reason: 'blank-item' }
  | { readonly reason: 'blank-voter' }
  | { readonly reason: 'same-item'; readonly item: string }
  | { readonly reason: 'unknown-item'; readonly item: string }
  | { readonly reason: 'item-twice'; readonly item: string }
  /** No column of items was named, and the first holds something twice. */
  | { readonly reason: 'which-column'; readonly taken: string; readonly known: readonly string[] }
  | { readonly reason: 'no-number'; readonly text: string; readonly what: 'count' | 'position' | 'points' }
  | { readonly reason: 'home-elsewhere'; readonly item: string }
  | { readonly reason: 'voter-in-two-groups'; readonly voter: string; readonly groups: readonly [string, string] }
  | { readonly reason: 'nothing-matches'; readonly asked: string; readonly known: readonly string[] }
  | { readonly reason: 'no-votes' }
  /** Points and positions are put together by person. */
  | { readonly reason: 'voter-needed' }
  | { readonly reason: 'too-many-votes'; readonly most: number }
  /** Of one kind the first are listed, and how many more there are. */
  | { readonly reason: 'more'; readonly of: string; readonly count: number }
)

export type ReadReason = ReadProblem['reason']

/** What was done to read the votes that people may want to know. */
export type ReadNote =
  | { readonly kind: 'left-out'; readonly rows: number }
  /** One person more than once on the same pair (or item): the last one counts. */
  | { readonly kind: 'repeats'; readonly votes: number }
  | { readonly kind: 'one-person' }
  | { readonly kind: 'no-people' }
  | { readonly kind: 'all-tied' }
  | { readonly kind: 'items-without-votes'; readonly items: readonly string[] }
  | { readonly kind: 'votes-without-group'; readonly votes: number }
