import { dictionary, type Locale } from '../../platform/text/dictionary.ts'
import type { BoardKind } from './tables.ts'
import { en } from './text.board.en.ts'
import { nl } from './text.board.nl.ts'

export const boardText = dictionary({ nl, en })

/** The words of the zones: for colleagues, for what they arrange, or for pupils on the board of their class. */
export function zoneText(locale: Locale, kind: BoardKind) {
  const words = boardText(locale)
  switch (kind) {
    case 'improvement':
      return words.team
    case 'organisational':
      return words.organisation
    case 'class':
      return words.pupils
  }
}
