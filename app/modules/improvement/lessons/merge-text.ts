import { changeBetween, type TextChange } from './text-change.ts'

/**
 * What somebody did to a text of before, as a change of the text that stands now. Words that both took out go; words that
 * either wrote stay, whatever the other did around them: then mine come behind theirs.
 */
export function mergeText(before: string, mine: string, now: string): TextChange | null {
  const change = changeBetween(before, mine)
  if (change === null) return null
  const theirs = changeBetween(before, now)
  if (theirs === null) return change
  const [mineStart, mineEnd] = [change.at, change.at + change.removed]
  const [theirStart, theirEnd] = [theirs.at, theirs.at + theirs.removed]
  const shift = theirs.inserted.length - theirs.removed
  if (mineEnd < theirStart) return change
  if (mineStart > theirEnd || (mineStart === theirEnd && theirs.removed > 0))
    return { ...change, at: mineStart + shift }
  // Both changed the same spot: of mine only the words that are new come, behind theirs, so that nothing is lost.
  if (change.inserted === theirs.inserted && mineStart === theirStart && mineEnd === theirEnd) return null
  const inserted = change.inserted
  return inserted === '' ? null : { at: theirStart + theirs.inserted.length, removed: 0, inserted }
}
