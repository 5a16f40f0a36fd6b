import type { PictureRefusal } from '../picture/picture.ts'
import type { ReadingRefusal } from '../reading/refusal.ts'
import { opinionTextEn } from './text.en.ts'
import { opinionTextNl } from './text.nl.ts'

type Refusal = ReadingRefusal | PictureRefusal
type Case<Reason extends Refusal['reason']> = Extract<Refusal, { readonly reason: Reason }>

/** What people read of an opinion picture: why there is none, what to know of it, and what it says. */
export interface OpinionText {
  /** A sentence for each refusal: where, what, and what to do. */
  readonly refusals: { readonly [Reason in Refusal['reason']]: (refusal: Case<Reason>) => string }
  readonly replaced: (count: number) => string
  readonly statementsFrom: (file: string, leftOut: number) => string
  readonly answeredByFew: (count: number) => string
  readonly unusableStatements: (file: string) => string
  readonly tooSmall: (groups: number) => string
  /** `sizes` of the groups that are described. */
  readonly groups: (sizes: readonly number[], counted: number, people: number) => string
  /** As `groups`, where they were given: `counted` people are in one. */
  readonly givenGroups: (sizes: readonly number[], counted: number, people: number) => string
  /** Why nothing is told of groups that were given; so many people are in the largest. */
  readonly allTooSmall: (largest: number) => string
  readonly stability: (group: string, share: number, resamples: number) => string
}

export const opinionText = { nl: opinionTextNl, en: opinionTextEn } as const satisfies Readonly<
  Record<string, OpinionText>
>

/** The sentence of a refusal. */
export function tellRefusal(refusal: Refusal, { refusals }: OpinionText): string {
  // The text of a reason takes the refusal of that reason: the mapped type says so, TypeScript can't follow it to the call.
  const tell = refusals[refusal.reason] as (refusal: Refusal) => string
  return tell(refusal)
}

/** A text of a file as it can be shown: in quotes, cut off, and without signs that steer a terminal or turn text around. */
export function shown(text: string): string {
  const visible = text.replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
    (sign) => `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  )
  return `"${visible.length > 60 ? `${visible.slice(0, 60)}…` : visible}"`
}

export function some(ids: readonly string[], count: number = ids.length): string {
  const first = ids.slice(0, 8)
  return first.map(shown).join(', ') + (count > first.length ? ` … (+${count - first.length})` : '')
}
