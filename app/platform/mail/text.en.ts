import type { Translation } from '../text/dictionary.ts'
import type { nl } from './text.nl.ts'

export const en: Translation<typeof nl> = {
  title: 'Mailbox',
  over: 'In the demo only',
  explanation: 'All mails of the demo arrive here, for everybody. Nothing leaves this machine. The newest is on top.',
  empty: 'No mail yet',
  emptyHint: 'Ask for a sign-in link and the mail appears here.',
  to: (address) => `To ${address}`,
}
