import { hashOf } from './canonical-text.ts'
import { canDraw } from './draw.ts'
import type { DrawMethod, Lottery } from './lottery.ts'

export type ReadLottery = { readonly ok: true; readonly lottery: Lottery } | LotteryRefusal

export type LotteryRefusal =
  /** Cut off in the middle, or no JSON at all. */
  | { readonly ok: false; readonly reason: 'not-json' }
  | { readonly ok: false; readonly reason: 'no-lottery' }
  /** Panels count from 1. */
  | {
      readonly ok: false
      readonly reason: 'wrong-panel'
      readonly panel: number
      readonly members: number
      readonly seats: number
    }
  | { readonly ok: false; readonly reason: 'member-twice'; readonly panel: number; readonly id: string }
  | { readonly ok: false; readonly reason: 'other-hash'; readonly said: string; readonly found: string }

/** Reads the file of a lottery and works out its hash again: what was changed or cut off is refused. */
export function readLottery(text: string): ReadLottery {
  let read: unknown
  try {
    read = JSON.parse(text)
  } catch {
    return { ok: false, reason: 'not-json' }
  }
  if (!isLottery(read)) return { ok: false, reason: 'no-lottery' }
  const { form, draw, seats, pseudonyms, panels, hash } = read
  for (const [at, members] of panels.entries()) {
    if (members.length !== seats)
      return { ok: false, reason: 'wrong-panel', panel: at + 1, members: members.length, seats }
    const twice = members.find((id, place) => members.indexOf(id) < place)
    if (twice !== undefined) return { ok: false, reason: 'member-twice', panel: at + 1, id: twice }
  }
  const found = hashOf(read)
  if (found !== hash) return { ok: false, reason: 'other-hash', said: hash, found }
  return { ok: true, lottery: { form, draw, seats, pseudonyms, panels, hash } }
}

/** How many of the panels a person is on, by id or pseudonym. */
export function panelsWith({ panels }: Lottery, name: string): number {
  return panels.filter((members) => members.includes(name)).length
}

function isLottery(read: unknown): read is Lottery {
  if (typeof read !== 'object' || read === null) return false
  if (!('form' in read) || read.form !== 'kantelpunt-panel-lottery/1') return false
  if (!('draw' in read && 'seats' in read && 'pseudonyms' in read && 'panels' in read && 'hash' in read)) return false
  const { draw, seats, pseudonyms, panels, hash } = read
  return (
    isMethod(draw) &&
    typeof seats === 'number' &&
    Number.isInteger(seats) &&
    seats > 0 &&
    typeof pseudonyms === 'boolean' &&
    typeof hash === 'string' &&
    Array.isArray(panels) &&
    panels.length > 0 &&
    canDraw(draw, panels.length) &&
    panels.every((members) => Array.isArray(members) && members.every((id) => typeof id === 'string'))
  )
}

function isMethod(draw: unknown): draw is DrawMethod {
  return draw === 'text' || draw === 'digits'
}
