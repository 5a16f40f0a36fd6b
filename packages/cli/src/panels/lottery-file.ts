import type { Lottery, LotteryRefusal } from '@kantelpunt/sortition'
import type { Outcome } from '../command.ts'
import { badInput, readWhole } from '../tables/open-tables.ts'

type BadInput = Extract<Outcome, { readonly kind: 'bad-input' }>

/** A lottery from its file, with its hash worked out again; or why it can't be drawn from. */
export async function openLottery(path: string): Promise<Lottery | BadInput> {
  const { readLottery } = await import('@kantelpunt/sortition')
  const bytes = await readWhole(path)
  if ('kind' in bytes) return bytes
  const read = readLottery(new TextDecoder().decode(bytes))
  return read.ok ? read.lottery : badInput(`${path}: ${describeRefusal(read)}`)
}

function describeRefusal(refusal: LotteryRefusal): string {
  switch (refusal.reason) {
    case 'not-json':
      return 'this is no JSON; the file may have been cut off. Make or fetch it again.'
    case 'no-lottery':
      return 'this is no lottery of kantelpunt panel lottery.'
    case 'wrong-panel':
      return `panel ${refusal.panel} has ${refusal.members} members, and not ${refusal.seats}.`
    case 'member-twice':
      return `panel ${refusal.panel} has ${JSON.stringify(refusal.id)} twice.`
    case 'other-hash':
      return `the list was changed: its hash is ${refusal.found}, and the file says ${refusal.said}.`
  }
}
