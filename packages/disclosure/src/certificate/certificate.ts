/** Proof that can be shown with a published table: it holds nothing that wasn't computed from the published table alone. */
export interface Certificate {
  readonly form: 'kantelpunt-table-certificate/1'
  /** Counts of 1 … threshold − 1 may not be placed in an interval narrower than width. */
  readonly rule: { readonly threshold: number; readonly width: number }
  /** What the attacker is taken to know, beside the published cells and the sums: the least that a suppressed count can be. */
  readonly attacker: { readonly leastSuppressed: 0 | 1 }
  /** SHA-256 of the canonical text of the published tables, in hexadecimal. */
  readonly hash: string
  /** The narrowest interval, as far as proven here, of the suppressed cells that could be small; null where there are none. */
  readonly minimalWidth: number | null
  /**
   * Tables that fit what is published: for each the values of the suppressed cells, in the order of the tables and then of
   * the names of the cells as JSON, whatever the order of rows is. Between them, each protected cell differs by the width.
   */
  readonly possibleTables: readonly (readonly number[])[]
}
