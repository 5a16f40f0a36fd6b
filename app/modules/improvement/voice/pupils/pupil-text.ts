import type { PupilLanguage } from '../round.ts'
import { ar } from './text.ar.ts'
import { en } from './text.en.ts'
import { nl } from './text.nl.ts'
import { pl } from './text.pl.ts'
import { tr } from './text.tr.ts'
import { uk } from './text.uk.ts'

/** Our ready sets: three statements that a pupil agrees with or not, and one question for own words. */
export const readySets = ['clarity', 'challenge', 'feedback', 'belonging'] as const
export type ReadySet = (typeof readySets)[number]

type Four<T> = readonly [T, T, T, T]

/** All words of a pupil's page. An eight-year-old reads them, or has them read aloud. */
export interface PupilText {
  /** The language in itself. */
  readonly name: string
  readonly direction: 'ltr' | 'rtl'
  readonly sets: Readonly<Record<ReadySet, Four<string>>>
  readonly faces: readonly [string, string, string]
  readonly scale: Four<string>
  readonly join: {
    readonly title: string
    readonly code: string
    readonly codeHint: string
    readonly go: string
    readonly unknown: string
  }
  readonly hello: string
  /** Anonymity, in one sentence: of what is chosen, of own words (which others read from ten on), or of both. */
  readonly nobody: { readonly choices: string; readonly words: string; readonly both: string }
  readonly skip: string
  readonly subgroup: string
  readonly aloud: string
  readonly wordsHint: string
  readonly send: string
  readonly thanks: string
  readonly thanksMore: string
  readonly before: string
  readonly over: string
  readonly overMore: string
  readonly arena: string
  readonly done: string
  readonly language: string
  readonly nothing: string
}

const texts: Readonly<Record<PupilLanguage, PupilText>> = { nl, en, ar, tr, uk, pl }

export function pupilText(language: PupilLanguage): PupilText {
  return texts[language]
}
