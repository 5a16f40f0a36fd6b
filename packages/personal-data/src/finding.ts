export type Kind =
  | 'name'
  | 'class-list'
  | 'email'
  | 'phone'
  | 'birth-date'
  | 'address'
  | 'bsn'
  | 'pupil-number'
  | 'account'

/** One place in a text that is likely personal data: offsets in UTF-16 code units of the text as it was given, `to` exclusive. */
export interface Finding {
  readonly kind: Kind
  readonly from: number
  readonly to: number
  readonly text: string
}

export interface Range {
  readonly from: number
  readonly to: number
}

export const finding = (kind: Kind, text: string, from: number, to: number): Finding => ({
  kind,
  from,
  to,
  text: text.slice(from, to),
})

/** All places where a pattern (with flag g, and without repetition in repetition) matches. */
export function* places(text: string, pattern: RegExp): Generator<RegExpExecArray> {
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) yield match
}

/** The text just before or after a place, for the words that tell what a number is. */
export const around = (text: string, from: number, to: number, before: number, after: number) => ({
  before: text.slice(Math.max(0, from - before), from).toLowerCase(),
  after: text.slice(to, to + after).toLowerCase(),
})
