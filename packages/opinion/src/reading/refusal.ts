import type { DelimitedRefusal } from '@kantelpunt/delimited-text'

export type VotesFormat = 'votes-csv' | 'votes-json' | 'matrix-csv'

/** Why a file is refused; lines and columns count from 1. */
export type ReadingRefusal = { readonly ok: false } & (
  | { readonly reason: DelimitedRefusal['reason']; readonly line?: number; readonly column?: number }
  | { readonly reason: 'unknown-format'; readonly header: readonly string[] }
  | { readonly reason: 'missing-column'; readonly name: string; readonly have: readonly string[] }
  | { readonly reason: 'column-twice'; readonly name: string; readonly column: number; readonly earlier: number }
  | { readonly reason: 'no-votes' }
  | { readonly reason: 'blank'; readonly line: number; readonly column: number; readonly name: string }
  | {
      readonly reason: 'bad-vote'
      readonly line: number
      readonly column: number
      readonly name: string
      readonly text: string
    }
  | { readonly reason: 'no-text' }
  | { readonly reason: 'no-json'; readonly message: string }
  /** `at` as `[3].vote`. */
  | { readonly reason: 'bad-json'; readonly at: string; readonly expected: ExpectedJson; readonly found: string }
  | { readonly reason: 'unknown-person'; readonly ids: readonly string[]; readonly count: number }
  | { readonly reason: 'in-two-groups'; readonly id: string; readonly groups: readonly [string, string] }
  | {
      readonly reason: 'unknown-statement'
      readonly file: string
      readonly ids: readonly string[]
      readonly count: number
    }
)

export type ExpectedJson =
  | 'list-of-votes'
  | 'vote-fields'
  | 'id'
  | 'vote'
  | 'groups-of-people'
  | 'list-of-statements'
  | 'moderated'
  | 'start'
  | 'center'

/** Of columns that are needed the first that is there twice: which of the two holds what counts, nobody can tell. */
export function columnTwice(header: readonly string[], names: readonly string[]): ReadingRefusal | undefined {
  for (const name of names) {
    const earlier = header.indexOf(name)
    const column = header.lastIndexOf(name)
    if (column > earlier) return { ok: false, reason: 'column-twice', name, column: column + 1, earlier: earlier + 1 }
  }
  return undefined
}
