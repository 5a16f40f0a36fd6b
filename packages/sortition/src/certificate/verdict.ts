/** What a verifier finds. */
export type Verdict =
  /** All is proven; `gap` as the certificate's, but computed anew, and null for LEGACY, which promises nothing. */
  { readonly sound: true; readonly gap: number | null } | { readonly sound: false; readonly why: readonly Why[] }

/** What is wrong, and where: the number of a panel or a stage, an id, a figure. */
export interface Why {
  readonly reason:
    | 'malformed'
    | 'unsafe-number'
    | 'unknown-id'
    | 'id-twice'
    | 'another-pool'
    | 'another-algorithm'
    | 'seats'
    | 'quota'
    | 'limit'
    | 'selected'
    | 'excluded'
    | 'probability'
    | 'sum'
    | 'chance'
    | 'statistics'
    | 'proof'
    | 'too-deep'
    | 'weights'
    | 'impossible'
    | 'stages'
    | 'value'
    | 'bound'
    | 'floors'
    | 'settled'
    | 'not-settled'
    | 'gap'
    | 'gap-too-large'
  readonly at?: string | undefined
}
