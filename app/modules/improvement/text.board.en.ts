import type { Translation } from '../../platform/text/dictionary.ts'
import type { nl } from './text.board.nl.ts'

export const en: Translation<typeof nl> = {
  actions: {
    title: 'Actions',
    count: (open, late) => (late === 0 ? `${open} open` : `${open} open · ${late} late`),
    add: 'Add an action',
    description: 'What will we do?',
    due: 'Done by when?',
    done: (description) => `Done: ${description}`,
    put: 'Put on the board',
    everyone: 'everyone',
  },
}
