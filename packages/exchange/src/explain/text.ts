import type { WeightParts } from '../market/market.ts'
import type { Change } from './change.ts'
import { explainTextEn } from './text.en.ts'
import { explainTextNl } from './text.nl.ts'

/** The sentences of explanations; numbers come as texts, written as the language writes them. */
export interface ExplainText {
  readonly number: (value: number, decimals: number) => string
  readonly matched: Readonly<Record<2 | 3, string>>
  readonly goes: (facts: { readonly school: string; readonly kilometres: string; readonly radius: string }) => string
  readonly comes: (facts: { readonly kilometres: string }) => string
  readonly subject: (subject: string) => string
  readonly periods: (periods: readonly string[]) => string
  readonly partTime: (own: string, other: string) => string
  readonly qualification: (qualification: string) => string
  readonly points: (weight: number, parts: WeightParts) => string
  readonly total: (weight: number) => string
  readonly unmatched: {
    readonly trio: string
    readonly 'no-profile': string
    readonly 'no-partner': string
    readonly 'others-worth-more': (partners: number) => string
  }
  readonly and: string
  readonly unlock: (changes: string) => string
  readonly noUnlock: string
  readonly change: {
    readonly trio: (missing: readonly ('leader' | 'buddy')[]) => string
    readonly radius: (more: string) => string
    readonly tolerance: (more: string) => string
    readonly 'part-time': (more: string, isMore: boolean) => string
    readonly veto: (by: Extract<Change, { readonly kind: 'veto' }>['by'], of: string) => string
  } & Readonly<Record<'period' | 'subject' | 'sector' | 'qualification', (add: string) => string>>
  readonly alternative: (partner: string, cost: string, percent: string) => string
  readonly withoutTeacher: (cost: string, percent: string) => string
}

export const explainText = { nl: explainTextNl, en: explainTextEn } as const satisfies Readonly<
  Record<string, ExplainText>
>
