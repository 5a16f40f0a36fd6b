import { dictionary, type Locale } from '../../platform/text/dictionary.ts'
import type { BoardKind } from './tables.ts'
import { en } from './text.board.en.ts'
import { nl } from './text.board.nl.ts'

export const boardText = dictionary({ nl, en })

/** The words of the zones: for colleagues, or for pupils on the board of their class. */
export function zoneText(locale: Locale, kind: BoardKind) {
  const words = boardText(locale)
  return kind === 'class' ? words.pupils : words.team
}
